import type { DenseBlock } from '../lattice/lattice.ts'

/** Length of a unit's side, metres. */
export const UNIT_EDGE = 50

/**
 * The cube of units: incidents by cell × kind × calendar month, sparse, in one shared buffer. Immutable.
 *
 * Column by column of its block it lists the cells that hold anything; each cell its series, ascending by kind (see
 * `unitKind`); each series its months, ascending, each with the sum of all incidents up to and including it. So a sum
 * over any months is the difference of two look-ups. Positions in the lists are Uint32, 6 bytes an entry.
 *
 * A cube of longer steps (see `buildPartCube`) lists their first months; only sums over whole steps are valid.
 */
export interface UnitCube extends CubeShape {
  /** First cell of each column of the block, and the end of the last. */
  readonly columnStart: Uint32Array
  /** j − j0 of each cell. */
  readonly cellRow: Uint32Array
  /** First series of each cell, and the end of the last. */
  readonly seriesStart: Uint32Array
  /** First entry of each series, and the end of the last. */
  readonly entryStart: Uint32Array
  /** Weighted incidents of the series up to and including the entry's month, in units; whole numbers. */
  readonly upTo: Uint32Array | Float64Array
  readonly kind: Uint16Array
  /** Months since `firstMonth`. */
  readonly month: Uint16Array
}

/** Lengths and meaning of a cube's lists. */
export interface CubeShape {
  readonly block: DenseBlock
  readonly buffer: SharedArrayBuffer
  readonly cells: number
  readonly series: number
  readonly entries: number
  /** Months from January 1970 to the first that holds an incident. */
  readonly firstMonth: number
  /** Units of one incident: 1, or 2^20 where incidents are apportioned. */
  readonly unit: number
  /** Weighted incidents in the cube. */
  readonly incidents: number
  readonly outside: OutsideCube
}

/** Weighted incidents that are in no unit. */
export interface OutsideCube {
  /** Positions coarser than what is placed on the map. */
  readonly imprecise: number
  /** Beyond the block. */
  readonly beyond: number
  /** Known only to a span longer than the month in which it begins. */
  readonly undated: number
}

/** Bytes of a cube's buffer. */
export function cubeBytes({
  block,
  cells,
  series,
  entries,
  unit,
}: Omit<CubeShape, 'buffer' | 'incidents'>): number {
  const sums = entries * (unit === 1 ? 4 : 8)
  return sums + 4 * (block.columns + 1 + 2 * cells + 1 + series + 1) + 2 * (series + entries)
}

/** The lists of a cube in its buffer. */
export function viewUnitCube(shape: CubeShape): UnitCube {
  const { block, buffer, cells, series, entries, unit } = shape
  const upTo = unit === 1 ? new Uint32Array(buffer, 0, entries) : new Float64Array(buffer, 0, entries)
  let offset = upTo.byteLength
  const words = (length: number) => {
    const view = new Uint32Array(buffer, offset, length)
    offset += view.byteLength
    return view
  }
  const halves = (length: number) => {
    const view = new Uint16Array(buffer, offset, length)
    offset += view.byteLength
    return view
  }
  return {
    ...shape,
    columnStart: words(block.columns + 1),
    cellRow: words(cells),
    seriesStart: words(cells + 1),
    entryStart: words(series + 1),
    upTo,
    kind: halves(series),
    month: halves(entries),
  }
}

/** Number of a cell in the lists, −1 for one that holds nothing. */
export function cubeCell({ block, columnStart, cellRow }: UnitCube, i: number, j: number): number {
  const column = i - block.i0
  const row = j - block.j0
  if (column < 0 || column >= block.columns || row < 0) return -1
  const at = lastUpTo(cellRow, columnStart[column]!, columnStart[column + 1]!, row)
  return at >= columnStart[column]! && cellRow[at] === row ? at : -1
}

/** Weighted incidents of a series up to and including a month, in units. @param month since January 1970 */
export function upToMonth(cube: UnitCube, series: number, month: number): number {
  const first = cube.entryStart[series]!
  const at = lastUpTo(cube.month, first, cube.entryStart[series + 1]!, month - cube.firstMonth)
  return at < first ? 0 : cube.upTo[at]!
}

/** The last position in [from, to) of an ascending list whose value is at most `limit`; from − 1 when there is none. */
function lastUpTo(list: Uint16Array | Uint32Array, from: number, to: number, limit: number): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if (list[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
