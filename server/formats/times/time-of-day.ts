import type { CivilTime } from './civil-time.ts'
import { toLocalMinute, type Zone } from '../../engine/time/zone.ts'

const DAY_MINUTES = 1440
const MINUTE_MS = 60_000
const CLOCK = /^(\d{2}):(\d{2})$/

/**
 * The minute of the day as it is written. Where an offset makes it local midnight, that is what is meant: programs write
 * the local date 1 June as `2024-05-31T22:00:00Z`.
 *
 * @param utcMinute what the civil time comes to
 */
export function clockMinuteOf(civil: CivilTime, utcMinute: number, zone: Zone): number {
  return isLocalMidnight(civil, utcMinute, zone) ? 0 : civil.hour! * 60 + civil.minute
}

/** The whole local day of a civil time. */
export function wholeDay(civil: CivilTime, utcMinute: number, zone: Zone): CivilTime {
  const day = { ...civil, hour: null, minute: 0, second: 0, offsetMinutes: null, unit: 'day' as const }
  if (!isLocalMidnight(civil, utcMinute, zone)) return day
  const date = new Date(toLocalMinute(zone, utcMinute) * MINUTE_MS)
  return { ...day, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function isLocalMidnight({ offsetMinutes }: CivilTime, utcMinute: number, zone: Zone): boolean {
  return offsetMinutes !== null && toLocalMinute(zone, utcMinute) % DAY_MINUTES === 0
}

/** `HH:mm` of a minute of the day; 1440 is 24:00. */
export function clockText(minute: number): string {
  const hours = Math.floor(minute / 60)
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** The minute of the day of `HH:mm`. */
export function clockMinute(text: string): number {
  const parts = CLOCK.exec(text)
  return parts === null ? Number.NaN : Number(parts[1]) * 60 + Number(parts[2])
}
