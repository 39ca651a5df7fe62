import { type CalendarUnit, type CivilTime, isoWeekStart, readOffset } from './civil-time.ts'
import { monthOfName } from './month-names.ts'
import { parseTimePattern, type TimeField } from './time-tokens.ts'

type ReadCivil = (text: string) => CivilTime | null

/**
 * The reader of a pattern of Unicode's date letters (UTS 35: `M/d/yyyy H:mm`); text between single quotes stands for
 * itself, what stands in brackets may be absent (`d/M/yyyy[ H:mm]`). `MMM` is a month by its Swedish or English name,
 * `EEE` a weekday that is passed over, `a` a half of the day in English or Swedish (*fm*, *em*), `Hmm` one to four digits. A month, a quarter (`yyyy'Q'Q`), a week of ISO 8601
 * (`YYYY-'W'ww`; with `-e` a day of it) or a year alone mean the whole of it. Two-digit years mean 1970–2069.
 *
 * @returns null when the pattern has an unknown or a repeated letter, or says no stretch of the calendar
 */
export function compileTimePattern(pattern: string): ReadCivil | null {
  const parsed = parseTimePattern(pattern)
  const unit = parsed === null ? null : unitOf(parsed.fields)
  if (parsed === null || unit === null) return null
  const { form, fields } = parsed
  const groups = Object.fromEntries(fields.map((field, index) => [field, index + 1]))
  const numberAt = (part: RegExpExecArray, field: TimeField, absent: number) => {
    const text = field in groups ? part[groups[field]!] : undefined
    return text === undefined ? absent : Number(text)
  }
  const textAt = (part: RegExpExecArray, field: TimeField) =>
    field in groups ? part[groups[field]!] : undefined
  const hourOf = (part: RegExpExecArray): number | null => {
    if ('hour12' in groups && textAt(part, 'hour12') !== undefined)
      return from12(numberAt(part, 'hour12', 0), textAt(part, 'half'))
    const hour = numberAt(part, 'hour', -1)
    return hour < 0 ? null : hour
  }

  return (text) => {
    const part = form.exec(text)
    if (part === null) return null
    const date = dateOf(part, unit, numberAt, textAt)
    if (date === null) return null
    const clock = numberAt(part, 'clock', -1)
    const offset = textAt(part, 'offset')
    const hour = clock < 0 ? hourOf(part) : Math.floor(clock / 100)
    if (Number.isNaN(hour)) return null
    return {
      year: date.year,
      month: date.month,
      day: date.day,
      hour,
      minute: clock < 0 ? numberAt(part, 'minute', 0) : clock % 100,
      second: numberAt(part, 'second', 0),
      offsetMinutes: offset === undefined ? null : readOffset(offset),
      unit,
    }
  }
}

function dateOf(
  part: RegExpExecArray,
  unit: CalendarUnit,
  numberAt: (part: RegExpExecArray, field: TimeField, absent: number) => number,
  textAt: (part: RegExpExecArray, field: TimeField) => string | undefined,
): Pick<CivilTime, 'year' | 'month' | 'day'> | null {
  const weekYear = numberAt(part, 'weekYear', 0)
  if (weekYear > 0) return dayOfWeek(weekYear, numberAt(part, 'week', 0), numberAt(part, 'weekDay', 1))
  const year = numberAt(part, 'year', -1)
  const name = textAt(part, 'monthName')
  const month = name === undefined ? numberAt(part, 'month', 1) : monthOfName(name)
  return {
    year: year < 0 ? fullYear(numberAt(part, 'shortYear', 0)) : year,
    month: unit === 'quarter' ? 3 * numberAt(part, 'quarter', 1) - 2 : month,
    day: numberAt(part, 'day', 1),
  }
}

/** A day of a week of ISO 8601, Monday being 1. */
function dayOfWeek(year: number, week: number, weekDay: number): ReturnType<typeof isoWeekStart> {
  const start = isoWeekStart(year, week)
  if (start === null) return null
  const date = new Date(Date.UTC(start.year, start.month - 1, start.day + weekDay - 1))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The stretch that the fields name; null when they contradict or repeat each other, or say too little. */
function unitOf(fields: readonly TimeField[]): CalendarUnit | null {
  const has = new Set(fields)
  if (has.size !== fields.length || !isClock(has)) return null
  const years = (['year', 'shortYear', 'weekYear'] as const).filter((field) => has.has(field))
  const month = has.has('month') || has.has('monthName')
  if (years.length !== 1 || (has.has('month') && has.has('monthName'))) return null
  const timed = ['hour', 'hour12', 'clock', 'offset'].some((field) => has.has(field as TimeField))
  if (has.has('weekDay'))
    return has.has('week') && !month && !has.has('day') && !has.has('quarter') ? 'day' : null
  if (has.has('day')) return month && !has.has('weekYear') && !has.has('quarter') ? 'day' : null
  if (timed || has.has('weekYear') !== has.has('week')) return null
  if (has.has('week')) return month || has.has('quarter') ? null : 'week'
  if (has.has('quarter')) return month ? null : 'quarter'
  return month ? 'month' : 'year'
}

/** True when the fields say a time of day, or none at all. */
function isClock(has: ReadonlySet<TimeField>): boolean {
  const hours = (['hour', 'hour12', 'clock'] as const).filter((field) => has.has(field))
  if (hours.length > 1 || has.has('half') !== has.has('hour12')) return false
  if (has.has('clock')) return !has.has('minute') && !has.has('second')
  if (has.has('second') && !has.has('minute')) return false
  return hours.length === 1 || !(has.has('minute') || has.has('second') || has.has('offset'))
}

function fullYear(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short
}

/** The hour 0–23 of a twelve-hour clock; NaN when there is no such hour. */
function from12(hour: number, half: string | undefined): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (/^[pe]/i.test(half ?? '') ? 12 : 0)
}
