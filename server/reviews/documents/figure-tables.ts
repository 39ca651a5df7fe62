import { REGISTERS } from '../../engine/disclosure/registers.ts'
import type { ShownCount } from '../../engine/disclosure/rounding.ts'
import { CATEGORY_GROUPS, type CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import type { Language } from '../../platform/language.ts'
import { fourWeeksOn, periodText, type ReleasePeriod } from '../../releases/index.ts'
import { DOCUMENT_MESSAGES } from './messages.ts'
import type { EarlierFiledDocument } from './earlier-document.ts'
import { countText, REGISTER_NAMES, zoneText } from './figure-text.ts'
import type { PlaceFigures } from './place-figures.ts'
import type { ReleasedFigures } from './released-figures.ts'

/** A row of a table of figures: label, and one cell a group. */
interface Row {
  readonly heads: readonly string[]
  readonly cells: readonly string[]
}

type Figure = { readonly register: string; readonly group: CategoryGroupCode; readonly period: string }

/** Statistical areas by year, a table a register: registers and groups are never added up. */
export function statisticalTables(figures: ReleasedFigures, language: Language): readonly Html[] {
  const messages = DOCUMENT_MESSAGES[language]
  const years = periodsOf(figures.byStatisticalArea)
  return tables(
    figures.byStatisticalArea,
    language,
    [messages.statisticalArea, messages.distance, messages.year],
    (own) =>
      figures.statisticalAreas.flatMap(({ key, name, reachMetres }) =>
        years.flatMap((year) => {
          const here = own.filter(({ area, period }) => area === key && period === year)
          return here.length === 0
            ? []
            : [{ heads: [name, messages.reach(reachMetres), year], cells: countsOf(here, language) }]
        }),
      ),
  )
}

/** The districts of the site by quarter, people by year, with the whole city for comparison. */
export function districtTables(figures: ReleasedFigures, language: Language): readonly Html[] {
  const messages = DOCUMENT_MESSAGES[language]
  const periods = periodsOf(figures.byDistrict)
  const title = (of: string) => periodText(of as ReleasePeriod).title[language]
  return tables(figures.byDistrict, language, [messages.district, messages.period], (own, register) =>
    periods.flatMap((of) => [
      ...figures.districts.flatMap(({ key, name }) => {
        const here = own.filter(({ area, period }) => area === key && period === of)
        return here.length === 0 ? [] : [{ heads: [name, title(of)], cells: countsOf(here, language) }]
      }),
      ...(own.some(({ period }) => period === of)
        ? [{ heads: [messages.city, title(of)], cells: sumsOf(figures, register, of, language) }]
        : []),
    ]),
  )
}

const PLACE_ZONES = ['place', 'ring'] as const
const DAY_MS = 86_400_000

/** A place and the ring round it by four weeks. */
export function placeTables({ figures, ringMetres }: PlaceFigures, language: Language): readonly Html[] {
  const messages = DOCUMENT_MESSAGES[language]
  const dated = figures.map((figure) => ({ ...figure, period: figure.from }))
  const periods = periodsOf(dated)
  return tables(dated, language, [messages.period, messages.distance], (own) =>
    periods.flatMap((from) =>
      PLACE_ZONES.flatMap((zone) => {
        const here = own.filter((figure) => figure.period === from && figure.zone === zone)
        const heads = [`${from} – ${lastDayOf(from)}`, messages.zones[zone](ringMetres)]
        return here.length === 0 ? [] : [{ heads, cells: countsOf(here, language) }]
      }),
    ),
  )
}

function lastDayOf(from: string): string {
  return new Date(Date.parse(fourWeeksOn(from, 1)) - DAY_MS).toISOString().slice(0, 10)
}

/** The figures of an early document. */
export function earlierTables(document: EarlierFiledDocument, language: Language): readonly Html[] {
  const figures = document.figures.map((figure) => ({ ...figure, period: '' }))
  return tables(figures, language, [DOCUMENT_MESSAGES[language].zone], (own) =>
    document.zones.map((zone) => ({
      heads: [zoneText(zone)[language]],
      cells: countsOf(
        own.filter((figure) => figure.zone === zone.zone),
        language,
      ),
    })),
  )
}

function tables<F extends Figure>(
  figures: readonly F[],
  language: Language,
  heads: readonly string[],
  rowsOf: (figures: readonly F[], register: string) => readonly Row[],
): readonly Html[] {
  return REGISTERS.flatMap((register) => {
    const own = figures.filter((figure) => figure.register === register)
    if (own.length === 0) return []
    const caption = REGISTER_NAMES[register][language]
    const rows = rowsOf(own, register).map(
      ({ heads: [first, ...rest], cells }) =>
        html`<tr><th scope="row" class="words">${first ?? ''}</th>${rest.map((text) => html`<td class="words">${text}</td>`)}${cells.map((text) => html`<td class="figures">${text}</td>`)}</tr>`,
    )
    const groups = CATEGORY_GROUPS.map((group) => group[language])
    const table = html`<table><caption>${caption}</caption>
<thead><tr>${heads.map((text) => html`<th scope="col" class="words">${text}</th>`)}${groups.map((text) => html`<th scope="col" class="figures">${text}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`
    return [scrollRegion(caption, table)!]
  })
}

function countsOf(
  figures: readonly { readonly group: CategoryGroupCode; readonly count: ShownCount }[],
  language: Language,
): readonly string[] {
  return CATEGORY_GROUPS.map(({ code }) => {
    const figure = figures.find(({ group }) => group === code)
    return figure === undefined ? '–' : countText(figure.count)[language]
  })
}

function sumsOf(
  { city }: ReleasedFigures,
  register: string,
  of: string,
  language: Language,
): readonly string[] {
  const messages = DOCUMENT_MESSAGES[language]
  return CATEGORY_GROUPS.map(({ code }) => {
    const sum = city.find((one) => one.register === register && one.period === of && one.group === code)
    if (sum === undefined) return '–'
    return sum.atLeast ? messages.atLeast(sum.count) : countText(sum.count)[language]
  })
}

/** The periods of figures, newest first. */
function periodsOf(figures: readonly Pick<Figure, 'period'>[]): readonly string[] {
  return [...new Set(figures.map(({ period }) => period))].toSorted().toReversed()
}
