import type { IncidentColumns } from './incident-columns.ts'
import type { MonthSpan } from '../time/whole-months.ts'
import { WHOLE_MONTH } from '../time/known-hour.ts'

/** The live rows of a source that are dated by a whole calendar month. */
export interface MonthRows extends MonthSpan {
  /** Index of the source in the snapshot. */
  readonly source: number
  readonly rows: number
}

/** By source and month. */
export type MonthTotals = ReadonlyMap<number, MonthRows>

export const NO_MONTHS: MonthTotals = new Map()

/** Month totals that are updated as rows are added and removed; `start` is not changed. */
export function createMonthTally(start: MonthTotals) {
  let months = start
  let own: Map<number, MonthRows> | null = null
  return {
    /** @param change +1 for a row added, −1 for one removed */
    count({ hourOfWeek, source, fromMinute, toMinute }: IncidentColumns, row: number, change: 1 | -1): void {
      if (hourOfWeek[row] !== WHOLE_MONTH) return
      own ??= new Map(start)
      months = own
      const span = { source: source[row]!, fromMinute: fromMinute[row]!, toMinute: toMinute[row]! }
      const key = span.source * 2 ** 32 + span.fromMinute
      const rows = (own.get(key)?.rows ?? 0) + change
      if (rows === 0) own.delete(key)
      else own.set(key, { ...span, rows })
    },
    value: () => months,
  }
}
