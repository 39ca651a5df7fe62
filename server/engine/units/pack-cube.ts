import { DomainError } from '../errors.ts'
import type { DenseBlock } from '../lattice/lattice.ts'
import { cubeBytes, type CubeShape, type UnitCube, viewUnitCube } from './unit-cube.ts'

/** Slices up to this long are sorted in place; longer ones by the engine's own sort, which costs a view. */
const SHORT_SLICE = 24
/** Packed values are whole numbers: the key above, the amount below. */
const PACKED_BITS = 53
const MAX_AMOUNT_BITS = 32
const MAX_KEYS = 2 ** (PACKED_BITS - MAX_AMOUNT_BITS)

/** Amounts by cell and key, in any order. */
export interface KeyedRows {
  readonly length: number
  /** Dense index in the block. */
  readonly cell: Int32Array
  /** Kind · steps + step; −1 for an amount that belongs to no step. */
  readonly key: Int32Array
  /** Whole units. */
  readonly amount: Uint32Array | Float64Array
}

/** Meaning of the keys of a cube. */
export interface CubeAxes {
  readonly kinds: number
  /** Steps of time side by side, the first of which begins with `firstMonth`. */
  readonly steps: number
  readonly stepMonths: number
  /** Months since January 1970. */
  readonly firstMonth: number
  /** What one incident comes to: 1, or 2^20 where incidents are apportioned. */
  readonly unit: number
}

/**
 * The cube of amounts: group by cell → sort and merge each cell → write.
 *
 * @throws DomainError `too-large` when more fall into one cell and kind than can be counted; RangeError for too many steps
 */
export function packCube(
  block: DenseBlock,
  keyed: readonly KeyedRows[],
  axes: CubeAxes,
  outside: Omit<CubeShape['outside'], 'undated'>,
): UnitCube {
  const keys = axes.kinds * axes.steps
  if (keys > MAX_KEYS) throw new RangeError(`Incidents of ${axes.steps} steps of time cannot be kept apart.`)
  const span = axes.unit === 1 ? 2 ** MAX_AMOUNT_BITS : 2 ** (PACKED_BITS - Math.ceil(Math.log2(keys)))
  const grouped = groupByCell(block, keyed, span)
  const undated = grouped.undated / axes.unit
  return writeCube(block, mergeCells(grouped, span), { ...axes, span }, { ...outside, undated })
}

/** The cube of no incidents. */
export function emptyCube(block: DenseBlock, outside: Omit<CubeShape['outside'], 'undated'>): UnitCube {
  return packCube(block, [], { kinds: 1, steps: 1, stepMonths: 1, firstMonth: 0, unit: 1 }, outside)
}

interface GroupedRows {
  /** First row of each dense cell in `packed`, and the end of the last. */
  readonly cellStart: Uint32Array
  /** Key · span + amount of each row. */
  readonly packed: Float64Array
  readonly undated: number
}

/** Rows by cell, by counting. */
function groupByCell({ columns, rows }: DenseBlock, keyed: readonly KeyedRows[], span: number): GroupedRows {
  const cellStart = new Uint32Array(columns * rows + 1)
  let undated = 0
  for (const { length, cell, key, amount } of keyed) {
    for (let k = 0; k < length; k++) {
      if (key[k]! < 0) undated += amount[k]!
      else cellStart[cell[k]! + 1]!++
    }
  }
  for (let at = 1; at < cellStart.length; at++) cellStart[at]! += cellStart[at - 1]!
  const packed = new Float64Array(cellStart.at(-1)!)
  const next = cellStart.slice()
  for (const { length, cell, key, amount } of keyed) {
    for (let k = 0; k < length; k++) {
      if (key[k]! >= 0) packed[next[cell[k]!]!++] = key[k]! * span + countable(amount[k]!, span)
    }
  }
  return { cellStart, packed, undated }
}

interface MergedCells {
  /** Dense indexes of the cells that hold anything, ascending. */
  readonly cell: Uint32Array
  /** First entry of each, and the end of the last. */
  readonly start: Uint32Array
  /** Key · span + amount of each entry, ascending in its cell, each key once. */
  readonly packed: Float64Array
}

/** Sorts the rows of each cell and adds up those of equal key, in place. */
function mergeCells({ cellStart, packed }: GroupedRows, span: number): MergedCells {
  const cells = new Uint32Array(cellStart.length - 1)
  const starts = new Uint32Array(cellStart.length)
  let [found, written] = [0, 0]
  for (let cell = 0; cell + 1 < cellStart.length; cell++) {
    const [from, to] = [cellStart[cell]!, cellStart[cell + 1]!]
    if (from === to) continue
    cells[found] = cell
    starts[found++] = written
    sortSlice(packed, from, to)
    written = mergeSlice(packed, from, to, written, span)
  }
  starts[found] = written
  return {
    cell: cells.slice(0, found),
    start: starts.slice(0, found + 1),
    packed: packed.subarray(0, written),
  }
}

function sortSlice(values: Float64Array, from: number, to: number): void {
  if (to - from > SHORT_SLICE) {
    values.subarray(from, to).sort()
    return
  }
  for (let k = from + 1; k < to; k++) {
    const value = values[k]!
    let at = k
    for (; at > from && values[at - 1]! > value; at--) values[at] = values[at - 1]!
    values[at] = value
  }
}

/** Writes the merged slice [from, to) from `written` ≤ from on; gives the end of what is written. */
function mergeSlice(packed: Float64Array, from: number, to: number, written: number, span: number): number {
  let end = written
  for (let k = from; k < to; ) {
    const key = Math.floor(packed[k]! / span)
    let amount = 0
    for (; k < to && packed[k]! < (key + 1) * span; k++) amount += packed[k]! - key * span
    packed[end++] = key * span + countable(amount, span)
  }
  return end
}

export function countable(amount: number, span: number): number {
  if (amount < span) return amount
  throw new DomainError('too-large', `A sum of ${amount} in one cell is more than can be counted.`)
}

function writeCube(
  block: DenseBlock,
  { cell, start, packed }: MergedCells,
  { steps, stepMonths, firstMonth, unit, span }: CubeAxes & { readonly span: number },
  outside: CubeShape['outside'],
): UnitCube {
  const keySpan = steps * span
  const series = countSeries(start, packed, keySpan)
  const shape = { block, cells: cell.length, series, entries: packed.length, firstMonth, unit, outside }
  const buffer = new SharedArrayBuffer(cubeBytes(shape))
  const cube = viewUnitCube({ ...shape, incidents: 0, buffer })
  let [written, total] = [0, 0]
  for (let c = 0; c < cell.length; c++) {
    const column = Math.floor(cell[c]! / block.rows)
    cube.columnStart[column + 1] = c + 1
    cube.cellRow[c] = cell[c]! - column * block.rows
    cube.seriesStart[c] = written
    let [last, sum] = [-1, 0]
    for (let entry = start[c]!; entry < start[c + 1]!; entry++) {
      const kind = Math.floor(packed[entry]! / keySpan)
      if (kind !== last) {
        cube.kind[written] = kind
        cube.entryStart[written++] = entry
        ;[last, sum] = [kind, 0]
      }
      const inKind = packed[entry]! - kind * keySpan
      const step = Math.floor(inKind / span)
      const amount = inKind - step * span
      sum = countable(sum + amount, span)
      total += amount
      cube.month[entry] = step * stepMonths
      cube.upTo[entry] = sum
    }
  }
  cube.seriesStart[cell.length] = written
  cube.entryStart[written] = packed.length
  fillGaps(cube.columnStart)
  return { ...cube, incidents: total / unit }
}

function countSeries(start: Uint32Array, packed: Float64Array, keySpan: number): number {
  let series = 0
  for (let c = 0; c + 1 < start.length; c++) {
    let last = -1
    for (let entry = start[c]!; entry < start[c + 1]!; entry++) {
      const kind = Math.floor(packed[entry]! / keySpan)
      if (kind !== last) series++
      last = kind
    }
  }
  return series
}

/** Columns without cells end where the one before them ends. */
function fillGaps(columnStart: Uint32Array): void {
  for (let column = 1; column < columnStart.length; column++) {
    columnStart[column] = Math.max(columnStart[column]!, columnStart[column - 1]!)
  }
}
