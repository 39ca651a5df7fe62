import type { IncidentColumns } from './incident-columns.ts'
import { createIncidentDigest, type Digest } from './incident-digest.ts'
import { createMonthTally, type MonthTotals, NO_MONTHS } from './month-rows.ts'
import { WHOLE_MONTH } from '../time/known-hour.ts'

/** First and last minute in which a live row begins; of one that is known to its month, the last of the month. */
interface TimeSpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** Totals over all live rows. */
export interface Totals {
  readonly incidents: number
  readonly weight: number
  readonly digest: Digest
  readonly timeSpan: TimeSpan | null
  /** Months with rows that are dated by month only. */
  readonly months: MonthTotals
}

const NO_ROWS: Totals = { incidents: 0, weight: 0, digest: [0, 0, 0, 0], timeSpan: null, months: NO_MONTHS }

/** Totals that are updated as rows are added and removed. */
export interface Tally {
  add(columns: IncidentColumns, row: number): void
  remove(columns: IncidentColumns, row: number): void
  /** False after the row that bounds the time span was removed: the span may be too long now. */
  spanIsExact(): boolean
  value(): Totals
}

/** The last minute that a row dates. */
export function lastMinuteOf({ fromMinute, toMinute, hourOfWeek }: IncidentColumns, row: number): number {
  return hourOfWeek[row] === WHOLE_MONTH ? toMinute[row]! - 1 : fromMinute[row]!
}

/** A tally that begins with the totals `start`. */
export function createTally(start: Totals = NO_ROWS): Tally {
  const digest = createIncidentDigest(start.digest)
  const months = createMonthTally(start.months)
  let incidents = start.incidents
  let weight = start.weight
  let first = start.timeSpan?.fromMinute ?? Infinity
  let last = start.timeSpan?.toMinute ?? -Infinity
  let exact = true
  return {
    add(columns, row) {
      digest.add(columns, row)
      incidents++
      weight += columns.weight[row]!
      months.count(columns, row, 1)
      first = Math.min(first, columns.fromMinute[row]!)
      last = Math.max(last, lastMinuteOf(columns, row))
    },
    remove(columns, row) {
      digest.subtract(columns, row)
      incidents--
      weight -= columns.weight[row]!
      months.count(columns, row, -1)
      if (columns.fromMinute[row] === first || lastMinuteOf(columns, row) === last) exact = false
    },
    spanIsExact: () => exact,
    value: () => ({
      incidents,
      weight,
      digest: digest.value(),
      timeSpan: incidents === 0 ? null : { fromMinute: first, toMinute: last },
      months: months.value(),
    }),
  }
}
