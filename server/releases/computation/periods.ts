import type { ReleasePeriod } from '../release.ts'
import { fromLocal, toLocalMinute, type Zone } from '../../engine/time/zone.ts'

/** [from, to) in minutes since 1970 UTC. */
export type MinuteSpan = readonly [from: number, to: number]

/** Days after the end of a period before its figures are released, for late reports to arrive. */
export const DELAY_DAYS = 60
/**
 * Days after the end of a period before figures of places are released, which are reviewed monthly: most reports have
 * arrived, and later ones are not counted.
 */
export const PLACE_DELAY_DAYS = 14
/** The Monday from which four weeks are counted, 2018-01-01, in days since 1970. */
const ANCHOR_DAY = 17_532
const FOUR_WEEKS_DAYS = 28
const DAY_MS = 86_400_000
const DAY_MINUTES = 1440

/** True for a calendar year, false for a quarter. */
export function isYear(period: ReleasePeriod): period is `${number}` {
  return !period.includes('Q')
}

/** Local midnights that a period lies between. */
export function spanOfPeriod(period: ReleasePeriod, zone: Zone): MinuteSpan {
  const [year, quarter] = period.split('-Q').map(Number)
  const first = quarter === undefined ? 1 : quarter * 3 - 2
  const months = quarter === undefined ? 12 : 3
  return [fromLocal(zone, year!, first, 1), fromLocal(zone, year!, first + months, 1)]
}

/** Local midnights before a first day and after a last one, `yyyy-mm-dd`. */
export function spanOfDays(first: string, last: string, zone: Zone): MinuteSpan {
  const dayOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS
  return [midnight(dayOf(first), zone), midnight(dayOf(last) + 1, zone)]
}

/** True once a period has been over for as long as late reports may take. */
export function isClosed([, to]: MinuteSpan, nowMs: number, delayDays = DELAY_DAYS): boolean {
  return nowMs / 60_000 >= to + delayDays * DAY_MINUTES
}

/** Local midnights that the four weeks of a Monday lie between; null when none begin on that day. */
export function spanOfFourWeeks(from: string, zone: Zone): MinuteSpan | null {
  const day = Date.parse(`${from}T00:00:00Z`) / DAY_MS
  if (!Number.isInteger(day) || (day - ANCHOR_DAY) % FOUR_WEEKS_DAYS !== 0) return null
  return [midnight(day, zone), midnight(day + FOUR_WEEKS_DAYS, zone)]
}

/** First day of the four weeks that hold a minute, `yyyy-mm-dd`. */
export function fourWeeksAt(minute: number, zone: Zone): string {
  const day = Math.floor(toLocalMinute(zone, minute) / DAY_MINUTES)
  return isoDay(day - modulo(day - ANCHOR_DAY, FOUR_WEEKS_DAYS))
}

/** First day of the four weeks a number of steps on. */
export function fourWeeksOn(from: string, steps: number): string {
  return isoDay(Date.parse(`${from}T00:00:00Z`) / DAY_MS + steps * FOUR_WEEKS_DAYS)
}

/** The calendar year that ends within [from, to), if one does: its figures are complete then. */
export function yearEndingIn([from, to]: MinuteSpan, zone: Zone): `${number}` | null {
  const year = new Date(toLocalMinute(zone, to) * 60_000).getUTCFullYear()
  const newYear = fromLocal(zone, year, 1, 1)
  return from < newYear && newYear <= to ? `${year - 1}` : null
}

function midnight(day: number, zone: Zone): number {
  const date = new Date(day * DAY_MS)
  return fromLocal(zone, date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

function modulo(a: number, n: number): number {
  return ((a % n) + n) % n
}

/** First and last day of a period, `yyyy-mm-dd`. */
export function daysOf([from, to]: MinuteSpan, zone: Zone): readonly [first: string, last: string] {
  const day = (minute: number) => isoDay(Math.floor(toLocalMinute(zone, minute) / DAY_MINUTES))
  return [day(from), day(to - 1)]
}
