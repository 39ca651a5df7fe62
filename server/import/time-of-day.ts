import type { CivilTime } from './civil-time.ts'
import { toLocalMinute, type Zone } from '../engine/time/zone.ts'

const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

/**
 * Date and time of day as they are written. Where an offset makes it local midnight, that is what is meant: programs write
 * the local date 1 June as `2024-05-31T22:00:00Z`.
 *
 * @param utcMinute what the civil time comes to
 */
export function wallTime(civil: CivilTime, utcMinute: number, zone: Zone): CivilTime {
  const local = toLocalMinute(zone, utcMinute)
  if (civil.offsetMinutes === null || local % DAY_MINUTES !== 0) return { ...civil, offsetMinutes: null }
  const date = new Date(local * MINUTE_MS)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: 0,
    minute: 0,
    second: 0,
    offsetMinutes: null,
  }
}

/** `HH:mm` */
export function timeOfDay({ hour, minute }: CivilTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The whole day of a civil time. */
export function wholeDay(civil: CivilTime): CivilTime {
  return { ...civil, hour: null, minute: 0, second: 0 }
}
