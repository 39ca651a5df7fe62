import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { REVIEW_MESSAGES } from './messages.ts'
import type { Language } from '../../platform/language.ts'
import {
  type CellEvidence,
  type CountEvidence,
  type Evidence,
  monthsOf,
  namesOf,
  otherPeriod,
  NUMBERS,
  zoneName,
} from '../../checks/index.ts'

const HECTARE_M2 = 10_000

/** @param messages number of columns, from the left, that hold text */
function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  messages = 1,
): Html {
  const side = (column: number) => (column < messages ? 'words' : 'figures')
  const head = heads.map((text, k) => html`<th scope="col" class="${side(k)}">${text}</th>`)
  const body = rows.map(([first, ...rest]) => {
    return html`<tr><th scope="row" class="words">${first ?? ''}</th>${rest.map((text, k) => html`<td class="${side(k + 1)}">${text}</td>`)}</tr>`
  })
  return html`<table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`
}

export function zonesTable(evidence: Evidence, language: Language): Html {
  const messages = REVIEW_MESSAGES[language]
  const hectares = (m2: number) => NUMBERS[language].ratio(m2 / HECTARE_M2)
  return table(
    messages.zones,
    [messages.zone, messages.cellCount, messages.area, messages.land],
    evidence.zones.map((zone) => [
      zoneName(zone)[language],
      zone.cells === undefined ? '–' : NUMBERS[language].count(zone.cells.length),
      hectares(zone.areaM2),
      hectares(zone.landM2),
    ]),
  )
}

/** Counts of the groups in every zone. */
export function countsTable(evidence: Evidence, language: Language): Html {
  const messages = REVIEW_MESSAGES[language]
  const groups = evidence.counts.filter((count) => count.group !== null)
  const rankOf = ({ group }: CountEvidence) => CATEGORY_GROUPS.findIndex(({ code }) => code === group)
  const zoneOf = (count: CountEvidence) => evidence.zones.find(({ zone }) => zone === count.zone)!
  return table(
    messages.counts,
    [
      messages.subject,
      messages.zone,
      messages.count,
      messages.interval,
      messages.perHectare,
      messages.yearEarlier,
      messages.ratio,
    ],
    groups
      .toSorted((a, b) => rankOf(a) - rankOf(b) || a.zone - b.zone)
      .map((count) => [
        subjectOf(count, evidence, language),
        zoneName(zoneOf(count))[language],
        ...figuresOf(count, language),
      ]),
    2,
  )
}

/** A group, with its counted months where they differ from the evidence's. */
function subjectOf(count: CountEvidence, { periods }: Evidence, language: Language): string {
  const period = otherPeriod(count, periods)
  const name = namesOf(count.group!)[language]
  return period === undefined ? name : `${name} (${monthsOf(period, language)})`
}

function figuresOf(count: CountEvidence, language: Language): readonly string[] {
  const n = NUMBERS[language]
  const ratio = count.ratio === null ? '–' : n.ratio(count.ratio)
  return [
    n.count(count.count),
    n.range(count.interval),
    count.perHectare === null ? '–' : n.ratio(count.perHectare),
    count.yearEarlier === null ? '–' : n.count(count.yearEarlier),
    count.ratioInterval === null ? ratio : `${ratio} (${n.range(count.ratioInterval)})`,
  ]
}

/** Three decimals, and no false zero. */
function probability(q: number, language: Language): string {
  const text = q < 0.001 ? '<\u200a0.001' : q.toFixed(3)
  return language === 'sv' ? text.replace('.', ',') : text
}

/** Cells other than even ones, none when the site touches no such cell. */
export function cellsTable(evidence: Evidence, language: Language): Html | null {
  if (evidence.cells.length === 0) return null
  const messages = REVIEW_MESSAGES[language]
  const n = NUMBERS[language]
  const row = (cell: CellEvidence) => [
    namesOf(cell.group)[language],
    messages.class[cell.class] ?? cell.class,
    n.count(cell.sum),
    n.ratio(cell.expected),
    `${n.ratio(cell.ratio)} (${n.range(cell.interval)})`,
    probability(cell.q, language),
    n.percent(cell.shareOfFootprint),
  ]
  return table(
    messages.cells,
    [
      messages.subject,
      messages.className,
      messages.neighbours,
      messages.expected,
      messages.ratio,
      messages.q,
      messages.share,
    ],
    evidence.cells.map(row),
    2,
  )
}
