import type { Language } from '../i18n/language.ts'
import { isYear, type PeriodKey } from './area-series.ts'

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  sv: ['januari–mars', 'april–juni', 'juli–september', 'oktober–december'],
  en: ['January–March', 'April–June', 'July–September', 'October–December'],
}

/** A period in words: `januari–mars 2026` of a quarter, the year itself of a year. */
export function periodText(period: PeriodKey, language: Language): string {
  if (isYear(period)) return period
  const [year = '', quarter = ''] = period.split('-Q')
  return `${MONTHS[language][Number(quarter) - 1] ?? quarter} ${year}`
}
