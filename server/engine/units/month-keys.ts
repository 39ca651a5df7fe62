import { monthIn, type MonthTable } from '../time/months.ts'
import type { KeyedRows } from './pack-cube.ts'
import type { PlacedRows } from './place-rows.ts'
import { UNIT_CLASSES, unitKindTable } from './unit-kinds.ts'

/**
 * Placed rows by kind · months + month, −1 for one that belongs to no month.
 *
 * A row belongs to the month in which it begins, unless its span is longer than that month; so a row known to its month,
 * which spans it from the first minute to the last, belongs to that month whole.
 */
export function keyByMonth(
  { columns, length, row, cell }: PlacedRows,
  registerOfSource: Int8Array,
  months: MonthTable,
): KeyedRows {
  const { fromMinute, toMinute, category, flags, place, source, weight } = columns
  const { starts } = months
  const span = starts.length - 1
  const kinds = unitKindTable()
  const key = new Int32Array(length)
  const amount = new Uint32Array(length)
  for (let k = 0; k < length; k++) {
    const at = row[k]!
    const from = fromMinute[at]!
    const month = monthIn(months, from)
    amount[k] = weight[at]!
    if (toMinute[at]! - from > starts[month + 1]! - starts[month]!) {
      key[k] = -1
      continue
    }
    const flagged = flags[at] === 0 ? 0 : 1
    const kind = kinds[(category[at]! << 9) | (place[at]! << 1) | flagged]!
    key[k] = (kind + registerOfSource[source[at]!]! * UNIT_CLASSES.length) * span + month
  }
  return { length, cell, key, amount }
}
