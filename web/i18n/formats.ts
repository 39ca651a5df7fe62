import { isIsoDate } from './dates.ts'
import type { Language } from './language.ts'

/** How figures, shares and days are written in one language. */
export interface Formats {
  /** A count; fractions of an aoristic count keep one decimal. */
  count(value: number): string
  /** A ratio: two decimals below 1, one below 10, else none. */
  ratio(value: number): string
  /** A share 0–1 as whole percent; "<1 %" rather than a false zero. */
  share(value: number): string
  /** Up to so many decimals. */
  decimal(value: number, digits: number): string
  /** m² as m² or hectares, whichever reads better. */
  area(squareMetres: number): string
  /** A day, `yyyy-mm-dd`, or the reader's own day of an instant, spelled out. */
  date(iso: string): string
  /** The month of a day, `yyyy-mm-dd`, and its year. */
  month(iso: string): string
  /** The same as day, month and year in few letters. */
  shortDate(iso: string): string
  /** An instant by the reader's own clock: day, hour and minute. */
  moment(instant: string): string
  /** A range of days, both `yyyy-mm-dd`; common parts are written once. */
  days(from: string, last: string): string
  /** The same in few letters. */
  shortDays(from: string, last: string): string
}

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/**
 * The formats of a language; create once, because Intl objects are expensive.
 *
 * @param timeZone IANA name of the zone for instants; default the browser's
 */
export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = LOCALES[language]
  const digits = [0, 1, 2, 3, 4].map(
    (maximumFractionDigits) => new Intl.NumberFormat(locale, { maximumFractionDigits }),
  )
  const fixed = [0, 1, 2].map(
    (n) => new Intl.NumberFormat(locale, { maximumFractionDigits: n, minimumFractionDigits: n }),
  )
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const localDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone })
  const dayOf = (iso: string) =>
    new Date(`${isIsoDate(iso) ? iso : localDay.format(new Date(iso))}T00:00:00Z`)
  const decimal = (value: number, places: number) => digits[Math.min(places, 4)]!.format(value)
  return {
    count: (value) => decimal(value, Number.isInteger(value) || value >= 100 ? 0 : 1),
    ratio: (value) => fixed[value < 1 ? 2 : value < 10 ? 1 : 0]!.format(value),
    share: (value) => (value > 0 && value < 0.01 ? '<\u200a1\u00a0%' : `${decimal(value * 100, 0)}\u00a0%`),
    decimal,
    area: (m2) => (m2 < 10_000 ? `${decimal(m2, 0)}\u00a0m²` : `${decimal(m2 / 10_000, 1)}\u00a0ha`),
    month: (iso) => months.format(dayOf(iso)),
    date: (iso) => days.format(dayOf(iso)),
    shortDate: (iso) => short.format(dayOf(iso)),
    moment: (instant) => moments.format(new Date(instant)),
    days: (from, last) => days.formatRange(dayOf(from), dayOf(last)),
    shortDays: (from, last) => short.formatRange(dayOf(from), dayOf(last)),
  }
}
