/** A day of the calendar, `yyyy-mm-dd`. */
export type IsoDate = string

const DAY_MS = 86_400_000

/** True for a text that is a day of the calendar. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
}

/** The day so many days later (earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** The day so many months later; the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}

/** Months since year 0 of the month of a day; January = 0. */
export function monthOfDate(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

/** The first day of a month that `monthOfDate` counts. */
export function dateOfMonth(month: number): IsoDate {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12)).toISOString().slice(0, 10)
}

/**
 * The local day that begins at an instant which is local midnight somewhere, as in the API's periods. Noon of that
 * day is half a day later, and noon has the same date in UTC in every zone less than twelve hours away.
 */
export function dayOfMidnight(instant: string): IsoDate {
  return new Date(Date.parse(instant) + DAY_MS / 2).toISOString().slice(0, 10)
}
