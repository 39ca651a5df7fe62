import { type Register, REGISTERS } from '../../engine/disclosure/registers.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'
import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Language } from '../../platform/language.ts'
import type { EarlierFiledDocument } from './earlier-document.ts'
import { periodText, type ReleasePeriod } from '../../releases/index.ts'
import type { FiledDocument } from './filed-document.ts'
import type { ReleasedFigures } from './released-figures.ts'

export type Line = Readonly<Record<Language, string>>

/** Names of registers, as at the start of a sentence. */
export const REGISTER_NAMES: Readonly<Record<Register, Line>> = {
  police: { sv: 'Anmält till polisen', en: 'Reported to the police' },
  city: { sv: 'Rapporterat till kommunen', en: 'Reported to the city' },
  other: { sv: 'Rapporterat av andra', en: 'Reported by others' },
}

/** A count in words; from five on it is rounded and prefixed by "about". */
export function countText(count: ShownCount): Line {
  if (count === 'few') return { sv: 'färre än 5', en: 'fewer than 5' }
  if (count === 'not-covered') return { sv: 'kan inte jämföras', en: 'cannot be compared' }
  if (count === 'withheld') return { sv: 'visas inte', en: 'not shown' }
  return { sv: `omkring ${count}`, en: `about ${count}` }
}

/** The name of a zone in an early document. */
export function zoneText({ fromMetres, toMetres }: EarlierFiledDocument['zones'][number]): Line {
  if (toMetres === 0) return { sv: 'området', en: 'the site' }
  if (fromMetres === 0)
    return { sv: `inom ${toMetres} m från området`, en: `within ${toMetres} m of the site` }
  return {
    sv: `${fromMetres}–${toMetres} m från området`,
    en: `${fromMetres}–${toMetres} m from the site`,
  }
}

/** The newest year of the statistical areas that a site touches, in words: a sentence for each area and register. */
export function figureLines(figures: ReleasedFigures | null): readonly Line[] {
  const newest = figures?.byStatisticalArea[0]?.period
  if (figures === null || newest === undefined) return []
  return figures.statisticalAreas
    .filter(({ reachMetres }) => reachMetres === 0)
    .flatMap(({ key, name }) =>
      REGISTERS.flatMap((register) => {
        const own = figures.byStatisticalArea.filter(
          (figure) => figure.area === key && figure.register === register && figure.period === newest,
        )
        return own.length === 0 ? [] : [sentence(`${name} ${newest}`, register, own)]
      }),
    )
}

function sentence(where: string, register: Register, figures: ReleasedFigures['byStatisticalArea']): Line {
  const say = (language: Language) => {
    const parts = figures.map(({ group, count }) => {
      const name = CATEGORY_GROUPS.find(({ code }) => code === group)![language].toLowerCase()
      return `${name} ${countText(count)[language]}`
    })
    return `${REGISTER_NAMES[register][language]}, ${where}: ${parts.join('; ')}.`
  }
  return { sv: say('sv'), en: say('en') }
}

/** First and last day of a document's figures; the day of filing where it has none. */
export function coveredDays({ figures, lockedAt }: Pick<FiledDocument, 'figures' | 'lockedAt'>): {
  readonly from: string
  readonly to: string
} {
  const days = (figures?.releases ?? []).map(({ key }) => periodText(key as ReleasePeriod))
  if (days.length === 0) return { from: lockedAt.slice(0, 10), to: lockedAt.slice(0, 10) }
  return {
    from: days.map(({ from }) => from).reduce((a, b) => (b < a ? b : a)),
    to: days.map(({ to }) => to).reduce((a, b) => (b > a ? b : a)),
  }
}
