import { type Html, html } from '../../platform/pages/html.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import type { Language } from '../../platform/language.ts'
import { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../../surveys/index.ts'
import { DOCUMENT_MESSAGES } from './messages.ts'
import type { ReleasedFigures } from './released-figures.ts'

/** Perceived safety in the districts, by published surveys; empty where there are none. */
export function perceivedSafety(
  { perceivedSafety: answers, districts }: ReleasedFigures,
  language: Language,
): Html | null {
  const disclosed = answers.filter(({ percent }) => percent !== null)
  if (disclosed.length === 0) return null
  const messages = DOCUMENT_MESSAGES[language]
  const nameOf = (key: string) => districts.find((district) => district.key === key)?.name ?? ''
  const rows = disclosed.map(
    ({ area, indicator, wave, group, percent, marginPercent, source }) =>
      html`<tr><th scope="row" class="words">${nameOf(area)}</th><td class="words">${SURVEY_INDICATORS[indicator]?.[language] ?? indicator}</td><td class="words">${RESPONDENT_GROUPS[group]?.[language] ?? group}</td><td class="words">${source} ${wave}</td><td class="figures">${messages.shareOf(percent!, marginPercent)}</td></tr>`,
  )
  const table = html`<table class="plain"><tbody>${rows}</tbody></table>`
  return html`<h3>${messages.perceivedSafety}</h3>${scrollRegion(messages.perceivedSafety, table)}`
}
