import type { Binned, BinnedPositions } from '../lattice/bin-incidents.ts'
import { isUnitPosition } from '../units/unit-position.ts'

/** A segment's positions grouped by cell: those of cell c are order[end[c − 1]] … order[end[c] − 1], places in its list. */
interface GroupedPositions {
  readonly binned: BinnedPositions
  readonly order: Int32Array
  readonly end: Int32Array
}

/**
 * A small open-addressing table of positions, used for one cell after the other: an entry counts when its stamp is that
 * of the cell, so it is never cleared.
 */
interface PositionTable {
  readonly x: Int32Array
  readonly y: Int32Array
  readonly sum: Float64Array
  readonly stamp: Int32Array
  /** x and y of the position that the last call of `addPositions` found. */
  readonly found: Int32Array
}

/**
 * The largest sum at one position in every cell, in the filter's units: what dominance is made from. Positions are
 * equal when their centimetres are. NaN where the position stands for a cell of 50 m, whose incidents have unknown ones.
 *
 * Positions are grouped by cell by counting, then each cell's go through a table small enough to stay in the processor's
 * cache: linear, whether they are all equal or all different.
 */
export function largestAtOnePosition({ positionsInCell, segments }: Binned): Float64Array {
  const largest = new Float64Array(positionsInCell.length)
  const grouped = segments
    .filter(({ length }) => length > 0)
    .map((binned) => groupByCell(binned, positionsInCell.length))
  const table = createTable(positionsInCell)
  for (let cell = 0; cell < positionsInCell.length; cell++) {
    const positions = positionsInCell[cell]!
    if (positions === 0) continue
    const shift = Math.clz32(2 * positions - 1)
    let ofWholeCell = false
    for (const group of grouped) {
      const sum = addPositions(group, cell, shift, table)
      if (sum <= largest[cell]!) continue
      largest[cell] = sum
      ofWholeCell = isUnitPosition(table.found[0]!, table.found[1]!)
    }
    if (ofWholeCell) largest[cell] = Number.NaN
  }
  return largest
}

function groupByCell(binned: BinnedPositions, cells: number): GroupedPositions {
  const { cell, length } = binned
  const end = new Int32Array(cells)
  for (let k = 0; k < length; k++) if (cell[k]! >= 0) end[cell[k]!]!++
  let before = 0
  for (let at = 0; at < cells; at++) {
    const count = end[at]!
    end[at] = before
    before += count
  }
  const order = new Int32Array(before)
  for (let k = 0; k < length; k++) if (cell[k]! >= 0) order[end[cell[k]!]!++] = k
  return { binned, order, end }
}

function createTable(positionsInCell: Int32Array): PositionTable {
  let max = 1
  for (let cell = 0; cell < positionsInCell.length; cell++) max = Math.max(max, positionsInCell[cell]!)
  const slots = 2 ** (32 - Math.clz32(2 * max - 1))
  return {
    x: new Int32Array(slots),
    y: new Int32Array(slots),
    sum: new Float64Array(slots),
    stamp: new Int32Array(slots).fill(-1),
    found: new Int32Array(2),
  }
}

/** Adds a cell's positions of one segment to the table and gives the largest sum that one of their positions reached. */
function addPositions(
  { binned, order, end }: GroupedPositions,
  cell: number,
  shift: number,
  table: PositionTable,
): number {
  const { columns, row, units } = binned
  const { xCm, yCm } = columns
  const { x: slotX, y: slotY, sum: slotSum, stamp, found } = table
  const mask = (0xffffffff >>> shift) | 0
  const last = end[cell]!
  let largest = 0
  for (let at = cell === 0 ? 0 : end[cell - 1]!; at < last; at++) {
    const k = order[at]!
    const from = row[k]!
    const x = xCm[from]!
    const y = yCm[from]!
    const amount = units[k]!
    let slot = scatter(x, y) >>> shift
    while (stamp[slot] === cell && (slotX[slot] !== x || slotY[slot] !== y)) slot = (slot + 1) & mask
    const sum = stamp[slot] === cell ? slotSum[slot]! + amount : amount
    stamp[slot] = cell
    slotX[slot] = x
    slotY[slot] = y
    slotSum[slot] = sum
    if (sum <= largest) continue
    largest = sum
    found[0] = x
    found[1] = y
  }
  return largest
}

/** Spreads positions over all 32 bits: multiply and shift (after Steele & Vigna 2021). */
function scatter(x: number, y: number): number {
  const mixed = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77)
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae3d)
}
