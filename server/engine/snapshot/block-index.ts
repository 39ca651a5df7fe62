import type { IncidentColumns, RowRange } from './incident-columns.ts'
import type { BlockIndex, PlanarBox, WorldBox } from './types.ts'

/** Blocks under one block of the next level. */
const FANOUT = 16

/** Sizes of the levels over `rows` rows, the blocks of rows first. */
function levelsFor(rows: number, blockRows: number): readonly number[] {
  const levels = [Math.ceil(rows / blockRows)]
  while (levels.at(-1)! > FANOUT) levels.push(Math.ceil(levels.at(-1)! / FANOUT))
  return levels
}

/** Bytes of the two arrays of boxes over `rows` rows. */
export function blockIndexBytes(rows: number, blockRows: number): number {
  return levelsFor(rows, blockRows).reduce((sum, n) => sum + n, 0) * 32
}

/** Lays the empty arrays of an index out in a buffer. */
export function viewBlockIndex(
  buffer: ArrayBufferLike,
  offset: number,
  rows: number,
  blockRows: number,
): BlockIndex {
  const levels = levelsFor(rows, blockRows)
  const boxes = levels.reduce((sum, n) => sum + n, 0)
  return {
    rows,
    blockRows,
    levels,
    world: new Uint32Array(buffer, offset, boxes * 4),
    plane: new Int32Array(buffer, offset + boxes * 16, boxes * 4),
  }
}

/** Fills an index from the rows that it lies over. */
export function fillBlockIndex(index: BlockIndex, columns: IncidentColumns): void {
  coverRows(index.world, columns.worldX, columns.worldY, index)
  coverRows(index.plane, columns.xCm, columns.yCm, index)
  let below = 0
  for (let level = 1; level < index.levels.length; level++) {
    const from = below + index.levels[level - 1]!
    coverBoxes(index.world, below, index.levels[level - 1]!, from)
    coverBoxes(index.plane, below, index.levels[level - 1]!, from)
    below = from
  }
}

/**
 * Grows the boxes of the lowest level by rows that were appended. Concurrent readers of an older, shorter view find
 * the boxes too large at worst.
 */
export function growBlockIndex(index: BlockIndex, columns: IncidentColumns, from: number, to: number): void {
  for (let row = from; row < to; row++) {
    const block = Math.floor(row / index.blockRows)
    const first = row % index.blockRows === 0
    growBox(index.world, block, columns.worldX[row]!, columns.worldY[row]!, first)
    growBox(index.plane, block, columns.xCm[row]!, columns.yCm[row]!, first)
  }
}

function growBox(boxes: Ints, box: number, x: number, y: number, first: boolean): void {
  if (first) return setBox(boxes, box, x, y, x, y)
  const at = box * 4
  if (x < boxes[at]!) boxes[at] = x
  if (y < boxes[at + 1]!) boxes[at + 1] = y
  if (x > boxes[at + 2]!) boxes[at + 2] = x
  if (y > boxes[at + 3]!) boxes[at + 3] = y
}

type Ints = Uint32Array | Int32Array

function coverRows(boxes: Ints, x: Ints, y: Ints, { rows, blockRows }: BlockIndex): void {
  for (let block = 0, start = 0; start < rows; block++, start += blockRows) {
    const end = Math.min(rows, start + blockRows)
    let minX = x[start]!
    let minY = y[start]!
    let maxX = minX
    let maxY = minY
    for (let row = start + 1; row < end; row++) {
      const px = x[row]!
      const py = y[row]!
      if (px < minX) minX = px
      else if (px > maxX) maxX = px
      if (py < minY) minY = py
      else if (py > maxY) maxY = py
    }
    setBox(boxes, block, minX, minY, maxX, maxY)
  }
}

function coverBoxes(boxes: Ints, first: number, count: number, target: number): void {
  for (let start = 0; start < count; start += FANOUT) {
    const end = Math.min(count, start + FANOUT)
    let minX = Infinity
    let minY = Infinity
    let maxX = -Infinity
    let maxY = -Infinity
    for (let box = first + start; box < first + end; box++) {
      minX = Math.min(minX, boxes[box * 4]!)
      minY = Math.min(minY, boxes[box * 4 + 1]!)
      maxX = Math.max(maxX, boxes[box * 4 + 2]!)
      maxY = Math.max(maxY, boxes[box * 4 + 3]!)
    }
    setBox(boxes, target + start / FANOUT, minX, minY, maxX, maxY)
  }
}

function setBox(boxes: Ints, box: number, minX: number, minY: number, maxX: number, maxY: number): void {
  boxes[box * 4] = minX
  boxes[box * 4 + 1] = minY
  boxes[box * 4 + 2] = maxX
  boxes[box * 4 + 3] = maxY
}

/** Ranges of rows whose blocks touch a box of the world; neighbouring blocks are one range. */
export function rangesInWorld(index: BlockIndex, box: WorldBox): readonly RowRange[] {
  return search(index, index.world, {
    minX: Math.ceil(box.minX),
    minY: Math.ceil(box.minY),
    maxX: Math.ceil(box.maxX) - 1,
    maxY: Math.ceil(box.maxY) - 1,
  })
}

/** Ranges of rows whose blocks touch a box of the plane; neighbouring blocks are one range. */
export function rangesInPlane(index: BlockIndex, box: PlanarBox): readonly RowRange[] {
  return search(index, index.plane, box)
}

function search(index: BlockIndex, boxes: Ints, query: PlanarBox): readonly RowRange[] {
  const ranges: { start: number; end: number }[] = []
  const firsts = index.levels.map((_, level) => index.levels.slice(0, level).reduce((sum, n) => sum + n, 0))
  const visit = (level: number, from: number, to: number) => {
    for (let block = from; block < Math.min(to, index.levels[level]!); block++) {
      if (!touches(boxes, firsts[level]! + block, query)) continue
      if (level > 0) visit(level - 1, block * FANOUT, (block + 1) * FANOUT)
      else append(ranges, block * index.blockRows, Math.min(index.rows, (block + 1) * index.blockRows))
    }
  }
  visit(index.levels.length - 1, 0, Infinity)
  return ranges
}

function touches(boxes: Ints, box: number, query: PlanarBox): boolean {
  const at = box * 4
  return (
    boxes[at]! <= query.maxX &&
    boxes[at + 2]! >= query.minX &&
    boxes[at + 1]! <= query.maxY &&
    boxes[at + 3]! >= query.minY
  )
}

function append(ranges: { start: number; end: number }[], start: number, end: number): void {
  const last = ranges.at(-1)
  if (last !== undefined && last.end === start) last.end = end
  else ranges.push({ start, end })
}
