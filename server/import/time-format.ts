import { DomainError } from '../engine/errors.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import { type CivilTime, readOffset } from './civil-time.ts'
import { timeOfDay, wallTime, wholeDay } from './time-of-day.ts'
import { compileTimePattern } from './time-pattern.ts'

const DAY = 1
const MINUTE_MS = 60_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** The stretch that a text names, minutes since 1970 UTC: [from, to). A point in time has `to` = `from`. */
export interface TimeSpan {
  readonly fromMinute: number
  readonly toMinute: number
  /** `HH:mm` as it is written; absent for a bare date or month. */
  readonly timeOfDay?: string
}

/** The span that a text means, or null when the text is no time of the years 1900–2100 in the format. */
export type TimeReader = (text: string) => TimeSpan | null

/**
 * The reader of a mapping's `timeFormat`.
 *
 * `iso` is ISO 8601 and its everyday relatives: a space for `T`, an unpadded hour, no offset (= local time).
 * `month` is `2019-02` and means the whole local month. Anything else is a pattern (`M/d/yyyy H:mm`). A bare date
 * means the whole local day, for to call it midnight would invent a peak there. Seconds are dropped. A local time
 * that occurs twice in the night of the clock change is taken as its first occurrence, one that is skipped as an hour later.
 *
 * @param unknownTime a time of day, `HH:mm`, that stands for none: such a time means its whole day
 * @throws DomainError `invalid-mapping` when the pattern is not understood
 */
export function createTimeReader(timeFormat: string, zone: Zone, unknownTime?: string): TimeReader {
  if (timeFormat === 'month') return (text) => readMonth(text, zone)
  const readCivil = timeFormat === 'iso' ? readIso : compileTimePattern(timeFormat)
  if (readCivil === null) {
    const rule =
      'is iso, month, or a pattern of yyyy yy M MM d dd H HH h hh m mm s ss a XXX with at least year, month and day'
    throw new DomainError('invalid-mapping', `timeFormat: ${rule}`, {
      problems: [{ field: 'timeFormat', value: timeFormat, rule }],
    })
  }
  return (text) => {
    const civil = readCivil(text)
    const span = civil === null ? null : spanOf(civil, zone)
    if (civil === null || span === null || civil.hour === null) return span
    const wall = wallTime(civil, span.fromMinute, zone)
    const written = timeOfDay(wall)
    return written === unknownTime ? spanOf(wholeDay(wall), zone) : { ...span, timeOfDay: written }
  }
}

const MONTH_FORM = /^(\d{4})-(\d{1,2})$/

function readMonth(text: string, zone: Zone): TimeSpan | null {
  const parts = MONTH_FORM.exec(text)
  if (parts === null) return null
  const [year, month] = [Number(parts[1]), Number(parts[2])]
  if (!isDate(year, month, DAY)) return null
  return { fromMinute: fromLocal(zone, year, month, DAY), toMinute: fromLocal(zone, year, month + 1, DAY) }
}

const ISO_FORM =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:T| +)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)? ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i

function readIso(text: string): CivilTime | null {
  const parts = ISO_FORM.exec(text)
  if (parts === null) return null
  return {
    year: Number(parts[1]),
    month: Number(parts[2]),
    day: Number(parts[3]),
    hour: parts[4] === undefined ? null : Number(parts[4]),
    minute: Number(parts[5] ?? 0),
    second: Number(parts[6] ?? 0),
    offsetMinutes: parts[7] === undefined ? null : readOffset(parts[7]),
  }
}

function spanOf(civil: CivilTime, zone: Zone): TimeSpan | null {
  const { year, month, day, hour, minute, second, offsetMinutes } = civil
  if (!isDate(year, month, day) || minute > 59 || second > 59) return null
  if (hour === null) {
    return { fromMinute: fromLocal(zone, year, month, day), toMinute: fromLocal(zone, year, month, day + 1) }
  }
  if (hour > 23) return null
  if (offsetMinutes === null) return pointAt(fromLocal(zone, year, month, day, hour, minute))
  if (Math.abs(offsetMinutes) > 15 * 60) return null
  return pointAt(Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS - offsetMinutes)
}

function pointAt(minute: number): TimeSpan {
  return { fromMinute: minute, toMinute: minute }
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
