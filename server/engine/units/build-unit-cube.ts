import { DomainError } from '../errors.ts'
import type { DenseBlock } from '../lattice/lattice.ts'
import type { IncidentSegment } from '../snapshot/incident-columns.ts'
import type { MonthTable } from '../time/months.ts'
import {
  type CubeRules,
  keysOfRows,
  monthsOf,
  monthsOfRows,
  type PlacedRows,
  placeRows,
  WEIGHT_SPAN,
} from './place-rows.ts'
import { cubeBytes, type CubeShape, type UnitCube, viewUnitCube } from './unit-cube.ts'

/** Slices up to this long are sorted in place; longer ones by the engine's own sort, which costs a view. */
const SHORT_SLICE = 24

/**
 * Builds the cube of units from incidents: place → key → group by cell → sort and merge each cell → write. A million
 * rows take about 0.2 s, and 20 bytes each while it is built; meant for a worker.
 *
 * @throws DomainError `too-large` when more than 2^32 − 1 incidents fall into one cell and kind
 */
export function buildUnitCube(segments: readonly IncidentSegment[], rules: CubeRules): UnitCube {
  const placed = segments.map((segment) => placeRows(segment, rules))
  const months = monthsOfRows(placed, rules.zone)
  const total = (part: 'imprecise' | 'beyond') => placed.reduce((sum, rows) => sum + rows[part], 0)
  const outside = { imprecise: total('imprecise'), beyond: total('beyond') }
  if (months === null) return writeCube(rules.block, NOTHING, 1, 0, { ...outside, undated: 0 })

  const { cellStart, packed, undated } = groupByCell(placed, rules, months)
  const merged = mergeCells(cellStart, packed)
  return writeCube(rules.block, merged, monthsOf(months), months.first, { ...outside, undated })
}

interface GroupedRows {
  /** First row of each dense cell in `packed`, and the end of the last. */
  readonly cellStart: Uint32Array
  /** Key · 2^32 + weight of each row. */
  readonly packed: Float64Array
  readonly undated: number
}

/** Rows by cell, by counting. */
function groupByCell(placed: readonly PlacedRows[], rules: CubeRules, months: MonthTable): GroupedRows {
  const keys = placed.map((rows) => keysOfRows(rows, rules.registerOfSource, months))
  const cellStart = new Uint32Array(rules.block.columns * rules.block.rows + 1)
  let undated = 0
  placed.forEach(({ columns, length, row, cell }, s) => {
    for (let k = 0; k < length; k++) {
      if (keys[s]![k]! < 0) undated += columns.weight[row[k]!]!
      else cellStart[cell[k]! + 1]!++
    }
  })
  for (let at = 1; at < cellStart.length; at++) cellStart[at]! += cellStart[at - 1]!
  const packed = new Float64Array(cellStart.at(-1)!)
  const next = cellStart.slice()
  placed.forEach(({ columns, length, row, cell }, s) => {
    const keysHere = keys[s]!
    const { weight } = columns
    for (let k = 0; k < length; k++) {
      const key = keysHere[k]!
      if (key >= 0) packed[next[cell[k]!]!++] = key * WEIGHT_SPAN + weight[row[k]!]!
    }
  })
  return { cellStart, packed, undated }
}

interface MergedCells {
  /** Dense indexes of the cells that hold anything, ascending. */
  readonly cell: Uint32Array
  /** First entry of each, and the end of the last. */
  readonly start: Uint32Array
  /** Key · 2^32 + weight of each entry, ascending in its cell, each key once. */
  readonly packed: Float64Array
}

const NOTHING: MergedCells = {
  cell: new Uint32Array(),
  start: new Uint32Array(1),
  packed: new Float64Array(),
}

/** Sorts the rows of each cell and adds up those of equal key, in place. */
function mergeCells(cellStart: Uint32Array, packed: Float64Array): MergedCells {
  const cells = new Uint32Array(cellStart.length - 1)
  const starts = new Uint32Array(cellStart.length)
  let [found, written] = [0, 0]
  for (let cell = 0; cell + 1 < cellStart.length; cell++) {
    const [from, to] = [cellStart[cell]!, cellStart[cell + 1]!]
    if (from === to) continue
    cells[found] = cell
    starts[found++] = written
    sortSlice(packed, from, to)
    written = mergeSlice(packed, from, to, written)
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
function mergeSlice(packed: Float64Array, from: number, to: number, written: number): number {
  let end = written
  for (let k = from; k < to; ) {
    const key = keyOf(packed[k]!)
    let weight = 0
    for (; k < to && keyOf(packed[k]!) === key; k++) weight += packed[k]! - key * WEIGHT_SPAN
    packed[end++] = key * WEIGHT_SPAN + countable(weight)
  }
  return end
}

function keyOf(packed: number): number {
  return Math.floor(packed / WEIGHT_SPAN)
}

function countable(weight: number): number {
  if (weight < WEIGHT_SPAN) return weight
  throw new DomainError('too-large', `${weight} incidents of one kind in one cell of 50 m cannot be counted.`)
}

function writeCube(
  block: DenseBlock,
  { cell, start, packed }: MergedCells,
  months: number,
  firstMonth: number,
  outside: CubeShape['outside'],
): UnitCube {
  const series = countSeries(start, packed, months)
  const shape = { block, cells: cell.length, series, entries: packed.length, firstMonth, outside }
  const buffer = new SharedArrayBuffer(cubeBytes({ ...shape, incidents: 0 }))
  const cube = viewUnitCube({ ...shape, incidents: 0, buffer })
  let [written, incidents] = [0, 0]
  for (let c = 0; c < cell.length; c++) {
    const column = Math.floor(cell[c]! / block.rows)
    cube.columnStart[column + 1] = c + 1
    cube.cellRow[c] = cell[c]! - column * block.rows
    cube.seriesStart[c] = written
    let [last, sum] = [-1, 0]
    for (let entry = start[c]!; entry < start[c + 1]!; entry++) {
      const key = keyOf(packed[entry]!)
      const kind = Math.floor(key / months)
      if (kind !== last) {
        cube.kind[written] = kind
        cube.entryStart[written++] = entry
        ;[last, sum] = [kind, 0]
      }
      const weight = packed[entry]! - key * WEIGHT_SPAN
      sum = countable(sum + weight)
      incidents += weight
      cube.month[entry] = key - kind * months
      cube.upTo[entry] = sum
    }
  }
  cube.seriesStart[cell.length] = written
  cube.entryStart[written] = packed.length
  fillGaps(cube.columnStart)
  return { ...cube, incidents }
}

function countSeries(start: Uint32Array, packed: Float64Array, months: number): number {
  let series = 0
  for (let c = 0; c + 1 < start.length; c++) {
    let last = -1
    for (let entry = start[c]!; entry < start[c + 1]!; entry++) {
      const kind = Math.floor(keyOf(packed[entry]!) / months)
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
