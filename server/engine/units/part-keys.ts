import { APPORTION_UNITS } from '../snapshot/compile-filter.ts'
import type { IncidentColumns } from '../snapshot/incident-columns.ts'
import { isHourKnown } from '../time/known-hour.ts'
import { type PartTable, spanAt } from '../time/week-parts.ts'
import type { KeyedRows } from './pack-cube.ts'
import { PART_UNKNOWN, partKindTable, PARTS_OF_REGISTER } from './part-kinds.ts'
import type { PlacedRows } from './place-rows.ts'

/** Calendar years since 1970 that keys count from, and how many there are. */
export interface YearSteps {
  readonly first: number
  readonly steps: number
}

/**
 * Placed rows by kind · years + year, in units of 2^-20.
 *
 * A row of known hour is spread evenly over its interval (Ratcliffe 2000), at the borders of years too; its parts are
 * whole units that add up to its weight. One of unknown hour belongs to the year in which it begins.
 */
export function keyByPart(
  placed: PlacedRows,
  registerOfSource: Int8Array,
  table: PartTable,
  years: YearSteps,
): KeyedRows {
  const { columns, row, cell: cellOf } = placed
  const kinds = partKindTable()
  const length = countParts(placed, table)
  const cell = new Int32Array(length)
  const key = new Int32Array(length)
  const amount = new Float64Array(length)
  let written = 0
  for (let k = 0; k < placed.length; k++) {
    const at = row[k]!
    const flagged = columns.flags[at] === 0 ? 0 : 1
    const base = kinds[(columns.category[at]! << 9) | (columns.place[at]! << 1) | flagged]!
    if (base < 0) continue
    const kind = base + registerOfSource[columns.source[at]!]! * PARTS_OF_REGISTER
    const known = isHourKnown(columns.hourOfWeek[at]!)
    const from = columns.fromMinute[at]!
    const to = known ? Math.max(columns.toMinute[at]!, from + 1) : from + 1
    const whole = columns.weight[at]! * APPORTION_UNITS
    let given = 0
    for (let minute = from, span = spanAt(table, from); minute < to; span++) {
      minute = Math.min(to, table.starts[span + 1]!)
      const due = Math.round((whole * (minute - from)) / (to - from))
      const part = known ? table.part[span]! : PART_UNKNOWN
      cell[written] = cellOf[k]!
      key[written] = (kind + part) * years.steps + table.year[span]! - years.first
      amount[written++] = due - given
      given = due
    }
  }
  return { length: written, cell, key, amount }
}

/** How many spans of time the rows touch, those of no group too. */
function countParts({ columns, length, row }: PlacedRows, table: PartTable): number {
  let parts = 0
  for (let k = 0; k < length; k++) parts += spansOf(columns, row[k]!, table)
  return parts
}

function spansOf(
  { hourOfWeek, fromMinute, toMinute }: IncidentColumns,
  at: number,
  table: PartTable,
): number {
  const [from, to] = [fromMinute[at]!, toMinute[at]!]
  if (to - from <= 1 || !isHourKnown(hourOfWeek[at]!)) return 1
  let span = spanAt(table, from)
  const first = span
  while (table.starts[span + 1]! < to) span++
  return span - first + 1
}
