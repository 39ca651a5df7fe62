import { fromLocal, toLocalMinute, type Zone } from './zone.ts'

const DAY_MINUTES = 1440

/** Closed range of calendar months, both included; months are counted from January 1970 = 0. */
export interface MonthRange {
  readonly first: number
  readonly last: number
}

/** The number of a calendar month. @param month 1–12 */
export function monthNumber(year: number, month: number): number {
  return (year - 1970) * 12 + month - 1
}

/** The UTC minute at which a calendar month begins in a zone. */
export function monthStart(zone: Zone, month: number): number {
  return fromLocal(zone, 1970, month + 1, 1)
}

/** The calendar month in which a UTC minute lies. */
export function monthAt(zone: Zone, utcMinute: number): number {
  const local = new Date(toLocalMinute(zone, utcMinute) * 60_000)
  return monthNumber(local.getUTCFullYear(), local.getUTCMonth() + 1)
}

/** The months that hold some minutes, whole. @param span first and last of them, UTC; so is the result */
export function spanInMonths(
  zone: Zone,
  { fromMinute, toMinute }: { readonly fromMinute: number; readonly toMinute: number },
) {
  return {
    fromMinute: monthStart(zone, monthAt(zone, fromMinute)),
    toMinute: monthStart(zone, monthAt(zone, toMinute) + 1) - 1,
  }
}

/** Calendar months of a time span as tables, so that the month of a minute costs two look-ups. */
export interface MonthTable extends MonthRange {
  /** UTC minutes at which the months begin, and the end of the last. */
  readonly starts: Int32Array
  /** Days since 1970 UTC of the first entry of `ofDay`. */
  readonly firstDay: number
  /** Month, counted from `first`, in which a UTC day begins. */
  readonly ofDay: Int32Array
}

/** The months that hold some minutes. @param fromMinute first and @param toMinute last of them, UTC */
export function monthTable(zone: Zone, fromMinute: number, toMinute: number): MonthTable {
  const first = monthAt(zone, fromMinute)
  const last = monthAt(zone, toMinute)
  const starts = Int32Array.from({ length: last - first + 2 }, (_, k) => monthStart(zone, first + k))
  const firstDay = Math.floor(fromMinute / DAY_MINUTES)
  const days = Math.floor(toMinute / DAY_MINUTES) - firstDay + 1
  let month = 0
  const ofDay = Int32Array.from({ length: days }, (_, day) => {
    while ((firstDay + day) * DAY_MINUTES >= starts[month + 1]!) month++
    return month
  })
  return { first, last, starts, firstDay, ofDay }
}

/** The month of a minute within the table's span, counted from `first`. No month is shorter than a day. */
export function monthIn({ starts, firstDay, ofDay }: MonthTable, utcMinute: number): number {
  const month = ofDay[Math.floor(utcMinute / DAY_MINUTES) - firstDay]!
  return utcMinute >= starts[month + 1]! ? month + 1 : month
}
