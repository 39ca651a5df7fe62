import type { Language } from '../../platform/language.ts'
import type { CountEvidence, EvidencePeriod } from '../evidence.ts'

const HALF_A_DAY_MS = 43_200_000
const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

/** The period of a count where it differs from the check's. */
export function otherPeriod(
  { per }: Pick<CountEvidence, 'per'>,
  periods: readonly EvidencePeriod[] = [],
): EvidencePeriod | undefined {
  const [whole] = periods
  return periods.find(
    (period) => period.per === per && (period.from !== whole!.from || period.to !== whole!.to),
  )
}

/** The first and the last month of a period of whole local months, as `oktober 2025–september 2026`. */
export function monthsOf({ from, to }: Pick<EvidencePeriod, 'from' | 'to'>, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // Adding half a day gives the right UTC date for any local midnight.
  const first = format.format(Date.parse(from) + HALF_A_DAY_MS)
  const last = format.format(Date.parse(to) - HALF_A_DAY_MS)
  return first === last ? first : `${first}–${last}`
}
