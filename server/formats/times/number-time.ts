import type { CivilTime } from './civil-time.ts'

const DAY_MS = 86_400_000
/** As .NET writes a time in JSON: milliseconds since 1970 UTC, whatever offset is told beside. */
export const DOTNET_TIME = /^\\?\/Date\((-?\d{1,14})(?:[+-]\d{4})?\)\\?\/$/
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?(?:e\+?\d+)?$/i

/** Milliseconds of a unit of time since 1970 UTC. */
const UNIX_MS: Readonly<Record<string, number>> = {
  'unix-s': 1000,
  'unix-ms': 1,
  'unix-us': 0.001,
  'unix-ns': 1e-6,
}
/**
 * The day 0 of Excel's day numbers. That of 1900 is two days early: Excel counts from 1, and takes 1900 for a leap year
 * (so numbers under 61, before March 1900, are a day off).
 */
const EXCEL_ORIGIN: Readonly<Record<string, number>> = {
  'excel-1900': Date.UTC(1899, 11, 30),
  'excel-1904': Date.UTC(1904, 0, 1),
}

/** The time formats of numbers. */
export const NUMBER_FORMATS = [...Object.keys(UNIX_MS), ...Object.keys(EXCEL_ORIGIN)] as readonly string[]

/**
 * The reader of times that are numbers: seconds, milliseconds, microseconds or nanoseconds since 1970 UTC, or Excel's days, whose
 * fraction is the local time of day and which without one mean the whole day; a date and a time of day that stand
 * apart are added up. Null for any other format.
 */
export function compileNumberTime(timeFormat: string): ((text: string) => CivilTime | null) | null {
  const unit = UNIX_MS[timeFormat]
  if (unit !== undefined) return (text) => instantOf(numberOf(DOTNET_TIME.exec(text)?.[1] ?? text) * unit)
  const origin = EXCEL_ORIGIN[timeFormat]
  if (origin === undefined) return null
  return (text) =>
    dayOf(
      text.split(' ').reduce((sum, part) => sum + numberOf(part), 0),
      origin,
    )
}

function numberOf(text: string): number {
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function instantOf(ms: number): CivilTime | null {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? null : civilOf(date, 0, true)
}

/** Rounded to the second: a fraction of a day is never the exact minute. */
function dayOf(days: number, origin: number): CivilTime | null {
  const date = new Date(origin + Math.round((days * DAY_MS) / 1000) * 1000)
  return Number.isNaN(date.getTime()) ? null : civilOf(date, null, !Number.isInteger(days))
}

function civilOf(date: Date, offsetMinutes: number | null, timed: boolean): CivilTime {
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: timed ? date.getUTCHours() : null,
    minute: timed ? date.getUTCMinutes() : 0,
    second: timed ? date.getUTCSeconds() : 0,
    offsetMinutes,
    unit: 'day',
  }
}
