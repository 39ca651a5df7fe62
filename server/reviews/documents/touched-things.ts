import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Days } from '../page/period.ts'
import type { DocumentWords } from './document-words.ts'
import type { DocumentCore } from './filed-document.ts'

/** Cameras, permits, focus areas and districts at the site, in the form that everybody may see. */
export function touchedThings(
  { surroundings: { cameras, guards, focusAreas, districts } }: Pick<DocumentCore, 'surroundings'>,
  words: DocumentWords,
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
