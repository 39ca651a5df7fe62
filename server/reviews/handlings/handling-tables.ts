import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import type { Handling } from './handling-document.ts'
import { countInWords, REGISTER_NAMES, zoneInWords } from './handling-lines.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { HANDLING_WORDS, type HandlingWords } from './handling-words.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Days } from '../page/period.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import { REGISTERS } from '../../engine/disclosure/registers.ts'
import type { Language } from '../../platform/language.ts'

/** The figures, a table a register: ground by group. */
export function figuresTable(handling: Handling, language: Language): readonly Html[] {
  const words = HANDLING_WORDS[language]
  const registers = REGISTERS.filter((register) =>
    handling.figures.some((figure) => figure.register === register),
  )
  const heads = [words.zone, words.hectares, ...CATEGORY_GROUPS.map((group) => group[language])]
  return registers.map((register) => {
    const rows = handling.zones.map((zone) => {
      const cells = CATEGORY_GROUPS.map(({ code }) => {
        const figure = handling.figures.find(
          (other) => other.zone === zone.zone && other.register === register && other.group === code,
        )
        return html`<td class="figures">${figure === undefined ? '–' : countInWords(figure.count)[language]}</td>`
      })
      return html`<tr><th scope="row" class="words">${sentenceCase(zoneInWords(zone)[language])}</th><td class="figures">${hectares(zone.hectares, language)}</td>${cells}</tr>`
    })
    const caption = REGISTER_NAMES[register][language]
    const table = html`<table><caption>${caption}</caption>
<thead><tr>${heads.map((text, k) => html`<th scope="col" class="${k === 0 ? 'words' : 'figures'}">${text}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table>`
    return scrollRegion(caption, table)!
  })
}

/** Cameras, permits, focus areas and districts at the site, in the form that everybody may see. */
export function touchedThings(
  { surroundings: { cameras, guards, focusAreas, districts } }: Handling,
  words: HandlingWords,
  days: Days,
): readonly Html[] {
  const during = (from: string, to: string | null) =>
    words.until(days.on(from), to === null ? null : days.on(to))
  const list = (heading: string, items: readonly (string | Html)[], none: string) =>
    html`<h3>${heading}</h3>${items.length === 0 ? html`<p>${none}</p>` : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`}`
  return [
    list(
      words.cameras,
      cameras.map(({ operator, purpose, contact, retentionDays, balancingSummary }) =>
        inOneLine([
          operator,
          cityText(purpose),
          contact === null ? null : cityText(contact),
          retentionDays === null ? null : words.retention(retentionDays),
          balancingSummary === null ? null : cityText(balancingSummary),
        ]),
      ),
      words.camerasNone,
    ),
    list(
      words.guards,
      guards.map(
        ({ name, permit, purpose, validFrom, validTo }) =>
          html`${cityText(name)} · ${permit} · ${cityText(purpose)} · ${during(validFrom, validTo)}`,
      ),
      words.guardsNone,
    ),
    list(
      words.focusAreas,
      focusAreas.map(
        ({ name, owner, programmeFrom, programmeTo }) =>
          `${name} · ${owner} · ${during(programmeFrom, programmeTo)}`,
      ),
      words.focusAreasNone,
    ),
    ...(districts.length === 0 ? [] : [list(words.districts, districts, '')]),
  ]
}

/** What is known of a thing, with a dot between. */
function inOneLine(parts: readonly (string | Html | null)[]): Html {
  const known = parts.filter((part) => part !== null)
  return html`${known.map((part, k) => html`${k === 0 ? '' : ' · '}${part}`)}`
}

function hectares(value: number, language: Language): string {
  const text = value.toFixed(1)
  return language === 'sv' ? text.replace('.', ',') : text
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
