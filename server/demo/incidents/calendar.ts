import { fromLocal, type Zone } from '../../engine/time/zone.ts'

/** The demo's three years, fixed so that the city is the same whenever it is built: [from, to), local dates. */
export const PERIOD = { from: '2023-11-01', to: '2026-11-01' } as const

export const DEMO_TIMEZONE = 'Europe/Stockholm'

const HOURS_A_WEEK = 168
const WEEK_MS = 7 * 86_400_000
/** The Monday of the period's first week. */
const FIRST_MONDAY_MS = Date.UTC(2023, 9, 30)

/** The weeks of the period, and the UTC minute at which each of their hours begins. */
export interface Calendar {
  readonly weeks: number
  readonly fromMinute: number
  readonly toMinute: number
  /** Middle of a week as a fractional year, for seasons and trends: 2024.5 = the first of July 2024. */
  yearOfWeek(week: number): number
  /** UTC minute at which hour `hour` (0–167, Monday 00:00 = 0) of a week begins on the local clock. */
  minuteOf(week: number, hour: number): number
  /** The local month that holds a UTC minute of the period: [first minute, first minute of the next). */
  monthOf(minute: number): readonly [from: number, to: number]
}

export function createCalendar(zone: Zone): Calendar {
  const fromMinute = localMidnight(zone, PERIOD.from)
  const toMinute = localMidnight(zone, PERIOD.to)
  const weeks = Math.ceil((Date.parse(PERIOD.to) - FIRST_MONDAY_MS) / WEEK_MS)
  const minutes = Int32Array.from({ length: weeks * HOURS_A_WEEK }, (_, k) => {
    const day = new Date(FIRST_MONDAY_MS + Math.floor(k / 24) * 86_400_000)
    return fromLocal(zone, day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate(), k % 24)
  })
  const months = Array.from({ length: 37 }, (_, k) => fromLocal(zone, 2023, 11 + k, 1))
  return {
    weeks,
    fromMinute,
    toMinute,
    yearOfWeek: (week) => 1970 + (FIRST_MONDAY_MS + (week + 0.5) * WEEK_MS) / (365.25 * 86_400_000),
    minuteOf: (week, hour) => minutes[week * HOURS_A_WEEK + hour]!,
    monthOf: (minute) => {
      const next = months.findIndex((start) => start > minute)
      return [months[next - 1]!, months[next]!]
    },
  }
}

function localMidnight(zone: Zone, date: string): number {
  const [year, month, day] = date.split('-').map(Number)
  return fromLocal(zone, year!, month!, day!)
}
