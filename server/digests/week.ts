import type { Zone } from '../engine/time/zone.ts'
import { formatLocal, parseInstant } from '../platform/http/fields/instant.ts'

/** When the letter of a week goes, by the city's clock on its Monday. */
const HOUR = '06:00'
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** The week of an instant in the city. */
export interface DigestWeek {
  /** Its Monday, `2026-03-09`. */
  readonly weekOn: string
  /** When its letter goes, milliseconds since 1970. */
  readonly dueMs: number
}

/** The city's week that an instant lies in; clock changes keep the hour. */
export function weekOf(nowMs: number, zone: Zone): DigestWeek {
  const day = Date.parse(`${formatLocal(Math.floor(nowMs / MINUTE_MS), zone).slice(0, 10)}T00:00Z`)
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  const weekOn = new Date(day - sinceMonday * DAY_MS).toISOString().slice(0, 10)
  return { weekOn, dueMs: parseInstant(`${weekOn}T${HOUR}`, zone)! * MINUTE_MS }
}
