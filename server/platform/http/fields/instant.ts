import { fromLocal, offsetAt, type Zone } from '../../../engine/time/zone.ts'

/** A date, or a date and a time with or without an offset. `T` may be a space. */
const FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/

export const INSTANT_RULE =
  'a date (2026-03-01, local midnight) or a time (2026-03-01T18:00, local; or with an offset, 2026-03-01T18:00+01:00) of the years 1900 to 2199'

/**
 * The minute (since 1970 UTC) that a text means; seconds are dropped. A bare date is local midnight, a time without
 * an offset is local time. Null when the text is no such time, for example on 30 February.
 */
export function parseInstant(text: string, zone: Zone): number | null {
  const parts = FORM.exec(text)
  if (parts === null) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const [hour, minute, second] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)]
  if (!isDate(year, month, day) || hour > 23 || minute > 59 || second > 59) return null
  const offset = parts[7]
  if (offset === undefined) return fromLocal(zone, year, month, day, hour, minute)
  const ahead = offsetMinutes(offset)
  if (ahead === null) return null
  return Date.UTC(year, month - 1, day, hour, minute) / 60_000 - ahead
}

/** A minute since 1970 UTC as ISO 8601 in UTC, without seconds: `2026-03-01T17:00Z`. */
export function formatInstant(minute: number): string {
  return `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`
}

/** True for a text `yyyy-mm-dd` that is a day of the calendar. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts !== null && isDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function offsetMinutes(text: string): number | null {
  if (text === 'Z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = Number(text.slice(-2))
  if (hours > 15 || minutes > 59) return null
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}

/** A minute since 1970 UTC as local ISO 8601 with its offset: `2026-03-01T18:00+01:00`. */
export function formatLocal(minute: number, zone: Zone): string {
  const ahead = offsetAt(zone, minute)
  const sign = ahead < 0 ? '-' : '+'
  const hours = String(Math.floor(Math.abs(ahead) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(ahead) % 60).padStart(2, '0')
  return `${new Date((minute + ahead) * 60_000).toISOString().slice(0, 16)}${sign}${hours}:${minutes}`
}
