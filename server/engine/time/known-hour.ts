import { monthAt, monthStart } from './months.ts'
import { WEEK_HOURS } from './week-hours.ts'
import { hourOfWeek, toLocalMinute, type Zone } from './zone.ts'

const DAY_MINUTES = 1440
/** Local days last 23 to 25 hours, calendar months 28 to 31 days. */
const MAX_DAY_MINUTES = 25 * 60
const MIN_MONTH_MINUTES = 28 * DAY_MINUTES - 60
const MAX_MONTH_MINUTES = 31 * DAY_MINUTES + 60

/** Codes in place of an hour of the week where the hour is unknown. */
export const WHOLE_MONTH = 253
/** One whole local day: the weekday is known. */
export const WHOLE_DAY = 254
export const TIME_UNKNOWN = 255

/**
 * The hour code of an interval: the local hour of the week in which it begins, 0–167, for a point in time and for up
 * to 24 hours; a code without an hour for whole local days (of 23 and 25 hours, too) and anything longer.
 *
 * @param toMinute equal to `fromMinute` when no end is known; minutes since 1970 UTC
 */
export function hourCode(zone: Zone, fromMinute: number, toMinute: number): number {
  const duration = toMinute - fromMinute
  if (duration <= 0) return hourOfWeek(zone, fromMinute)
  if (duration <= MAX_DAY_MINUTES && isWholeDay(zone, fromMinute, toMinute)) return WHOLE_DAY
  if (duration <= DAY_MINUTES) return hourOfWeek(zone, fromMinute)
  const isMonth = duration >= MIN_MONTH_MINUTES && duration <= MAX_MONTH_MINUTES
  return isMonth && isWholeMonth(zone, fromMinute, toMinute) ? WHOLE_MONTH : TIME_UNKNOWN
}

/** Whether a code of `hourCode` is an hour. */
export function isHourKnown(code: number): boolean {
  return code < WEEK_HOURS
}

function isWholeDay(zone: Zone, fromMinute: number, toMinute: number): boolean {
  if (!beginsDay(zone, fromMinute) || !beginsDay(zone, toMinute)) return false
  return dayOf(zone, toMinute) - dayOf(zone, fromMinute) === 1
}

function isWholeMonth(zone: Zone, fromMinute: number, toMinute: number): boolean {
  const month = monthAt(zone, fromMinute)
  return fromMinute === monthStart(zone, month) && toMinute === monthStart(zone, month + 1)
}

/** Does not compare with 00:00: where the clock is put forward at midnight, the day begins at 01:00. */
function beginsDay(zone: Zone, utcMinute: number): boolean {
  return dayOf(zone, utcMinute - 1) < dayOf(zone, utcMinute)
}

/** Days since 1970 of the local calendar. */
function dayOf(zone: Zone, utcMinute: number): number {
  return Math.floor(toLocalMinute(zone, utcMinute) / DAY_MINUTES)
}
