import type { HourWindow } from '../snapshot/query.ts'
import { DAYPART_HOURS } from './dayparts.ts'
import { monthAt, monthStart } from './months.ts'
import { WEEK_HOURS } from './week-hours.ts'
import { fromLocal, hourOfWeek, toLocalMinute, type Zone } from './zone.ts'

const DAY_HOURS = 24
const DAY_MINUTES = 1440
const YEAR_MONTHS = 12
const DAYPARTS = DAYPART_HOURS.length
/** Saturday and Sunday, Monday being 0. */
const FIRST_OF_WEEKEND = 5
const WEEKDAYS = '1,2,3,4,5'
const WEEKEND = '6,7'
const EVERY_DAY = `${WEEKDAYS},${WEEKEND}`

/** Parts of the week: three parts of the day, of weekdays (0–2) and of weekends (3–5). */
export const WEEK_PARTS = 2 * DAYPARTS

/** Part of the week of each of its 168 hours. A night belongs to the day on which it begins. */
export const PART_OF_HOUR = Uint8Array.from({ length: WEEK_HOURS }, (_, hour) => {
  const before = hour % DAY_HOURS < DAYPART_HOURS[0]
  const day = (Math.floor(hour / DAY_HOURS) + (before ? 6 : 0)) % 7
  const part = before ? DAYPARTS - 1 : DAYPART_HOURS.findLastIndex((start) => start <= hour % DAY_HOURS)
  return part + (day >= FIRST_OF_WEEKEND ? DAYPARTS : 0)
})

/**
 * The parts of the week that an hour window on some weekdays is made of.
 *
 * @param hours null = the whole day
 * @param weekdays ISO weekdays 1–7 ascending, null = all
 * @returns null where it is made of no whole parts
 */
export function partsOfWeek(
  hours: HourWindow | null,
  weekdays: readonly number[] | null,
): readonly number[] | null {
  const days = weekdays?.join(',') ?? EVERY_DAY
  const weekends = [WEEKDAYS, WEEKEND].flatMap((kind, at) =>
    days === kind || days === EVERY_DAY ? [at] : [],
  )
  const dayparts = daypartsOf(hours ?? { startHour: DAYPART_HOURS[0], endHour: DAYPART_HOURS[0] })
  const parts = weekends.flatMap((weekend) => dayparts.map((part) => weekend * DAYPARTS + part))
  return parts.length === 0 ? null : parts
}

/** The parts of the day from one border to another, none where an hour is no border. */
function daypartsOf({ startHour, endHour }: HourWindow): readonly number[] {
  const borders: readonly number[] = DAYPART_HOURS
  const [first, end] = [borders.indexOf(startHour), borders.indexOf(endHour)]
  if (first < 0 || end < 0) return []
  const length = (end - first + DAYPARTS) % DAYPARTS || DAYPARTS
  return Array.from({ length }, (_, k) => (first + k) % DAYPARTS)
}

/** Spans of time side by side, each in one part of the week and one calendar year. */
export interface PartTable {
  /** UTC minutes at which the spans begin. */
  readonly starts: Int32Array
  readonly part: Uint8Array
  /** Calendar years since 1970. */
  readonly year: Int16Array
  /** Days since 1970 UTC of the first entry of `ofDay`. */
  readonly firstDay: number
  /** Span in which a UTC day begins. */
  readonly ofDay: Int32Array
}

/** The spans that hold some minutes. @param fromMinute first and @param toMinute last of them, UTC */
export function partTable(zone: Zone, fromMinute: number, toMinute: number): PartTable {
  const starts = spanStarts(zone, fromMinute, toMinute)
  const firstDay = Math.floor(fromMinute / DAY_MINUTES)
  const days = Math.floor(toMinute / DAY_MINUTES) - firstDay + 1
  let span = 0
  return {
    starts,
    part: Uint8Array.from(starts, (minute) => PART_OF_HOUR[hourOfWeek(zone, minute)]!),
    year: Int16Array.from(starts, (minute) => Math.floor(monthAt(zone, minute) / YEAR_MONTHS)),
    firstDay,
    ofDay: Int32Array.from({ length: days }, (_, day) => {
      while (span + 1 < starts.length && starts[span + 1]! <= (firstDay + day) * DAY_MINUTES) span++
      return span
    }),
  }
}

/** From before the first minute's day to after the last one's: parts of each local day, and New Years. */
function spanStarts(zone: Zone, fromMinute: number, toMinute: number): Int32Array {
  const dayOf = (minute: number) => Math.floor(toLocalMinute(zone, minute) / DAY_MINUTES)
  const starts: number[] = []
  for (let day = dayOf(fromMinute) - 2; day <= dayOf(toMinute) + 1; day++) {
    const date = new Date(day * DAY_MINUTES * 60_000)
    const [year, month, date1] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
    if (month === 1 && date1 === 1) starts.push(monthStart(zone, (year - 1970) * YEAR_MONTHS))
    for (const hour of DAYPART_HOURS) starts.push(fromLocal(zone, year, month, date1, hour))
  }
  return Int32Array.from(starts)
}

/** The span of a minute within the table's. */
export function spanAt({ starts, firstDay, ofDay }: PartTable, utcMinute: number): number {
  let span = ofDay[Math.floor(utcMinute / DAY_MINUTES) - firstDay]!
  while (span + 1 < starts.length && starts[span + 1]! <= utcMinute) span++
  return span
}
