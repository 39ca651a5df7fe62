import { invalidField } from '../../engine/errors.ts'
import { fromLocal, type Zone } from '../../engine/time/zone.ts'
import type { CivilTime } from './civil-time.ts'
import { readIso } from './iso-time.ts'
import { compileNumberTime, NUMBER_FORMATS } from './number-time.ts'
import { clockMinute, clockMinuteOf, wholeDay } from './time-of-day.ts'
import { withoutTextMark } from '../text-mark.ts'
import { compileTimePattern } from './time-pattern.ts'
import { TABLE_MESSAGES } from '../messages/table.ts'

const MINUTE_MS = 60_000
const FIRST_YEAR = 1900
const LAST_YEAR = 2100

/** The stretch that a text names, minutes since 1970 UTC: [from, to). A point in time has `to` = `from`. */
export interface TimeSpan {
  readonly fromMinute: number
  readonly toMinute: number
  /** Minute of the day as it is written, 1440 for 24:00; null for a bare date, a month and the like. */
  readonly clockMinute: number | null
}

/** The span that a text means, or null when the text is no time of the years 1900–2100 in the format. */
export type TimeReader = (text: string) => TimeSpan | null

export interface TimeReaderOptions {
  readonly unknownTime?: string | null
  readonly onTime?: (clockMinute: number, utcMinute: number) => void
}

/**
 * The reader of a mapping's `timeFormat`.
 *
 * `iso` is ISO 8601 and its everyday relatives: a space for `T`, unpadded figures, no offset (= local time).
 * `month` is `2019-02` and means the whole local month. `unix-s`, `unix-ms`, `unix-us` and `unix-ns` are numbers since 1970 UTC,
 * `excel-1900` and `excel-1904` Excel's days. Anything else is a pattern (`M/d/yyyy H:mm`). A bare date means the whole
 * local day, for to call it midnight would invent a peak there; 24:00 is the end of its day. Seconds are dropped. A local
 * time that occurs twice in the night of the clock change is taken as its first occurrence, one that is skipped as an hour later.
 *
 * @param options.unknownTime a time of day, `HH:mm`, that stands for none: such a time means its whole day; null for none
 * @param options.onTime told of every point in time that is read, before `unknownTime` makes a day of it
 * @throws DomainError `invalid-mapping` when the pattern is not understood
 */
export function createTimeReader(
  timeFormat: string,
  zone: Zone,
  { unknownTime = null, onTime }: TimeReaderOptions = {},
): TimeReader {
  const readCivil = compileFormat(timeFormat)
  if (readCivil === null) {
    const rule = TABLE_MESSAGES.timeFormat(NUMBER_FORMATS.join(', '))
    throw invalidField('invalid-mapping', { field: 'timeFormat', value: timeFormat, rule })
  }
  const unknown = unknownTime === null ? null : clockMinute(unknownTime)
  return (text) => {
    const civil = readCivil(withoutTextMark(text))
    const span = civil === null ? null : spanOf(civil, zone)
    if (civil === null || span === null || span.clockMinute === null) return span
    onTime?.(span.clockMinute, span.fromMinute)
    if (span.clockMinute !== unknown) return span
    return spanOf(wholeDay(civil, span.fromMinute, zone), zone)
  }
}

function compileFormat(timeFormat: string): ((text: string) => CivilTime | null) | null {
  if (timeFormat === 'iso') return readIso
  if (timeFormat === 'month') return compileTimePattern('yyyy-M')
  return compileNumberTime(timeFormat) ?? compileTimePattern(timeFormat)
}

function spanOf(civil: CivilTime, zone: Zone): TimeSpan | null {
  const { year, month, day, hour, minute, second, offsetMinutes } = civil
  if (!isDate(year, month, day) || minute > 59 || second > 59) return null
  if (hour === null) {
    return { fromMinute: fromLocal(zone, year, month, day), toMinute: endOf(civil, zone), clockMinute: null }
  }
  if (hour > 24 || (hour === 24 && minute + second > 0)) return null
  if (offsetMinutes !== null && Math.abs(offsetMinutes) > 15 * 60) return null
  const at =
    offsetMinutes === null
      ? fromLocal(zone, year, month, day, hour, minute)
      : Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS - offsetMinutes
  return { fromMinute: at, toMinute: at, clockMinute: clockMinuteOf(civil, at, zone) }
}

function endOf({ year, month, day, unit }: CivilTime, zone: Zone): number {
  if (unit === 'year') return fromLocal(zone, year + 1, 1, 1)
  if (unit === 'month' || unit === 'quarter')
    return fromLocal(zone, year, month + (unit === 'month' ? 1 : 3), 1)
  return fromLocal(zone, year, month, day + (unit === 'week' ? 7 : 1))
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return false
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}
