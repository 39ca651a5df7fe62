import { type DenseBlock, locateCells } from '../lattice/lattice.ts'
import { type IncidentColumns, type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { monthIn, type MonthTable, monthTable } from '../time/months.ts'
import type { Zone } from '../time/zone.ts'
import { UNIT_CLASSES, UNIT_KINDS, unitKindTable } from './unit-kinds.ts'

/** Which rows a cube is made of. */
export interface CubeRules {
  /** Cells of 50 m; usually those of the population. */
  readonly block: DenseBlock
  readonly zone: Zone
  /** Index into REGISTERS by the snapshot's source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** Bits by precision code. */
  readonly precisionMask: number
}

/** The rows of one segment that have a cell. */
export interface PlacedRows {
  readonly columns: IncidentColumns
  readonly length: number
  readonly row: Int32Array
  /** Dense index in the block. */
  readonly cell: Int32Array
  readonly imprecise: number
  readonly beyond: number
}

/** Live rows of sources that take part, precise enough, within the block. */
export function placeRows({ columns, dead }: IncidentSegment, rules: CubeRules): PlacedRows {
  const { block, registerOfSource, precisionMask } = rules
  const { xCm, yCm, place, source, weight } = columns
  const row = new Int32Array(columns.length)
  let chosen = 0
  let imprecise = 0
  for (let k = 0; k < columns.length; k++) {
    if ((registerOfSource[source[k]!] ?? -1) < 0 || isDead(dead, k)) continue
    if (((precisionMask >>> (place[k]! & 15)) & 1) === 1) row[chosen++] = k
    else imprecise += weight[k]!
  }
  const cell = new Int32Array(chosen)
  locateCells(xCm, yCm, row, chosen, block, cell)
  let length = 0
  let beyond = 0
  for (let k = 0; k < chosen; k++) {
    if (cell[k]! < 0) {
      beyond += weight[row[k]!]!
      continue
    }
    cell[length] = cell[k]!
    row[length++] = row[k]!
  }
  return { columns, length, row, cell, imprecise, beyond }
}

/** The months of all placed rows, null when there are none. */
export function monthsOfRows(placed: readonly PlacedRows[], zone: Zone): MonthTable | null {
  let first = Infinity
  let last = -Infinity
  for (const { columns, length, row } of placed) {
    for (let k = 0; k < length; k++) {
      const minute = columns.fromMinute[row[k]!]!
      if (minute < first) first = minute
      if (minute > last) last = minute
    }
  }
  return first > last ? null : monthTable(zone, first, last)
}

/** Packed values are whole numbers: kind and month above, the weight in the lower 32 bits. */
export const WEIGHT_SPAN = 2 ** 32
const MAX_KEYS = 2 ** 21

/** What a key's kind is multiplied by, so that the month fits below it. */
export function monthsOf(months: MonthTable): number {
  return months.last - months.first + 1
}

/**
 * Kind · months + month of each placed row, −1 for one that belongs to no month.
 *
 * A row belongs to the month in which it begins, unless its span is longer than that month; so a row known to its month,
 * which spans it from the first minute to the last, belongs to that month whole.
 *
 * @throws RangeError when rows lie more than a thousand years apart
 */
export function keysOfRows(
  { columns, length, row }: PlacedRows,
  registerOfSource: Int8Array,
  months: MonthTable,
): Int32Array {
  const { fromMinute, toMinute, category, flags, place, source } = columns
  const { starts } = months
  const span = monthsOf(months)
  if (UNIT_KINDS * span > MAX_KEYS) throw new RangeError(`Incidents of ${span} months cannot be kept apart.`)
  const kinds = unitKindTable()
  const keys = new Int32Array(length)
  for (let k = 0; k < length; k++) {
    const at = row[k]!
    const from = fromMinute[at]!
    const month = monthIn(months, from)
    if (toMinute[at]! - from > starts[month + 1]! - starts[month]!) {
      keys[k] = -1
      continue
    }
    const flagged = flags[at] === 0 ? 0 : 1
    const kind = kinds[(category[at]! << 9) | (place[at]! << 1) | flagged]!
    keys[k] = (kind + registerOfSource[source[at]!]! * UNIT_CLASSES.length) * span + month
  }
  return keys
}
