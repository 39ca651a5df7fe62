import type { ReleasePeriod } from '../release.ts'

/** A period as people read it: its kind, its days, its name in both languages. */
export interface PeriodMessages {
  readonly kind: 'quarter' | 'year'
  /** Local days, ISO; the last one is part of the period. */
  readonly from: string
  readonly to: string
  readonly title: { readonly sv: string; readonly en: string }
}

const QUARTERS = [
  { sv: 'januari–mars', en: 'January–March', from: '01-01', to: '03-31' },
  { sv: 'april–juni', en: 'April–June', from: '04-01', to: '06-30' },
  { sv: 'juli–september', en: 'July–September', from: '07-01', to: '09-30' },
  { sv: 'oktober–december', en: 'October–December', from: '10-01', to: '12-31' },
] as const

/** `2026-Q1` → January–March 2026, from the first of January to the last of March. */
export function periodText(period: ReleasePeriod): PeriodMessages {
  const [year, quarter] = period.split('-Q') as [string, string?]
  if (quarter === undefined) {
    return { kind: 'year', from: `${year}-01-01`, to: `${year}-12-31`, title: { sv: year, en: year } }
  }
  const { sv, en, from, to } = QUARTERS[Number(quarter) - 1]!
  return {
    kind: 'quarter',
    from: `${year}-${from}`,
    to: `${year}-${to}`,
    title: { sv: `${sv} ${year}`, en: `${en} ${year}` },
  }
}
