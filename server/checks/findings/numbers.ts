import type { OpenInterval } from '../../engine/statistics/interval.ts'
import type { Language } from '../../platform/language.ts'

/** Number formats of a language; a ratio has two decimals below 1, one below 10, none above. */
export interface Numbers {
  count(value: number): string
  ratio(value: number): string
  percent(share: number): string
  /** `0,27–1,29`, or `mer än 3,2` when there is no upper bound. */
  range(interval: OpenInterval): string
}

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }
const UNBOUNDED: Readonly<Record<Language, string>> = { sv: 'mer än', en: 'more than' }

/** The figures of a language. */
export function numbersIn(language: Language): Numbers {
  const format = (decimals: number) =>
    new Intl.NumberFormat(LOCALES[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    })
  const [whole, tenths, hundredths] = [format(0), format(1), format(2)]
  const ratio = (value: number) =>
    value < 0.995 ? hundredths.format(value) : value < 9.95 ? tenths.format(value) : whole.format(value)
  return {
    count: (value) => (Number.isInteger(value) ? whole : tenths).format(value),
    ratio,
    percent: (share) => `${(share > 0 && share < 0.095 ? tenths : whole).format(share * 100)} %`,
    range: ({ low, high }) =>
      high !== null ? `${ratio(low)}–${ratio(high)}` : `${UNBOUNDED[language]} ${ratio(low)}`,
  }
}

export const NUMBERS: Readonly<Record<Language, Numbers>> = { sv: numbersIn('sv'), en: numbersIn('en') }
