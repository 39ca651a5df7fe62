/** The stretch of the calendar that a text names when it says no hour. */
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** What a time text says before it is placed on the time axis. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Null where no hour is said: the whole of `unit`, which begins on the date, is meant. 24 is the end of the day. */
  readonly hour: number | null
  readonly minute: number
  readonly second: number
  /** Minutes ahead of UTC; null = the clock on the local wall. */
  readonly offsetMinutes: number | null
  readonly unit: CalendarUnit
}

const OFFSET = /([+-])(\d{1,2}):?(\d{2})?/

/** Central European Time and its summer time, English and German. */
const CENTRAL = /^(?:CES?T|MES?Z)/i

/** Minutes ahead of UTC of `Z`, `UTC`, `CET`, `+01`, `+0100`, `+01:00` or `GMT+0100`. */
export function readOffset(text: string): number {
  const parts = OFFSET.exec(text)
  if (parts === null) return CENTRAL.test(text) ? (/^CEST|^MESZ/i.test(text) ? 120 : 60) : 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0))
}

/** Month and day of the Monday with which a week of ISO 8601 begins; null when the year has no such week. */
export function isoWeekStart(
  weekYear: number,
  week: number,
): Pick<CivilTime, 'year' | 'month' | 'day'> | null {
  const firstThursday = new Date(Date.UTC(weekYear, 0, 4))
  const weekday = (firstThursday.getUTCDay() + 6) % 7
  const monday = new Date(Date.UTC(weekYear, 0, 4 - weekday + (week - 1) * 7))
  const thursday = new Date(monday.getTime() + 3 * 86_400_000)
  if (week < 1 || thursday.getUTCFullYear() !== weekYear) return null
  return { year: monday.getUTCFullYear(), month: monday.getUTCMonth() + 1, day: monday.getUTCDate() }
}
