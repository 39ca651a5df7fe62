import type { HourWindow } from '../snapshot/query.ts'

export const WEEK_HOURS = 168
const DAY_HOURS = 24

/**
 * The local hours of the week that an hour window on some weekdays covers, Monday 00:00 = 0.
 *
 * A window that wraps midnight belongs to the day on which it starts: Friday 22–03 covers three hours of Saturday
 * and none of Friday's small hours. A window that ends where it starts covers 24 hours.
 *
 * @param hours [startHour, endHour), null = the whole day
 * @param weekdays ISO weekdays 1–7, null = all
 * @returns 168 bytes, 1 where the hour is covered
 */
export function coveredWeekHours(hours: HourWindow | null, weekdays: readonly number[] | null): Uint8Array {
  const covered = new Uint8Array(WEEK_HOURS)
  const start = hours?.startHour ?? 0
  const end = hours?.endHour ?? DAY_HOURS
  const length = end > start ? end - start : end - start + DAY_HOURS
  for (const weekday of weekdays ?? [1, 2, 3, 4, 5, 6, 7]) {
    const first = (weekday - 1) * DAY_HOURS + start
    for (let hour = first; hour < first + length; hour++) covered[hour % WEEK_HOURS] = 1
  }
  return covered
}
