import type { Language } from '../../platform/language.ts'

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }
const MINUTE_MS = 60_000

/** Formats of days in a language and the city's time zone. */
export interface Days {
  /** The local day of an instant, spelled out. */
  of(instant: string): string
  /** A day of the calendar, `yyyy-mm-dd`, spelled out. */
  on(day: string): string
  /** The period [from, to) from its first local day through its last. */
  through(from: string, to: string): string
}

/** @param timezone IANA name of the city's time zone */
export function daysIn(language: Language, timezone: string): Days {
  const format = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: timezone })
  const calendar = new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' })
  const of = (instant: string) => format.format(Date.parse(instant))
  return {
    of,
    on: (day) => calendar.format(Date.parse(`${day}T00:00:00Z`)),
    through: (from, to) => `${of(from)} – ${format.format(Date.parse(to) - MINUTE_MS)}`,
  }
}
