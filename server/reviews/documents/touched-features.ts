import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Days } from '../page/period.ts'
import type { DocumentMessages } from './messages.ts'
import type { DocumentCore } from './filed-document.ts'

/** Cameras, permits, focus areas and districts at the site, in their public form. */
export function touchedFeatures(
  { surroundings: { cameras, guards, focusAreas, districts } }: Pick<DocumentCore, 'surroundings'>,
  messages: DocumentMessages,
  days: Days,
): readonly Html[] {
  const during = (from: string, to: string | null) =>
    messages.until(days.on(from), to === null ? null : days.on(to))
  const list = (heading: string, items: readonly (string | Html)[], none: string) =>
    html`<h3>${heading}</h3>${items.length === 0 ? html`<p>${none}</p>` : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`}`
  return [
    list(
      messages.cameras,
      cameras.map(({ operator, purpose, contact, retentionDays, balancingSummary }) =>
        inOneLine([
          operator,
          cityText(purpose),
          contact === null ? null : cityText(contact),
          retentionDays === null ? null : messages.retention(retentionDays),
          balancingSummary === null ? null : cityText(balancingSummary),
        ]),
      ),
      messages.camerasNone,
    ),
    list(
      messages.guards,
      guards.map(
        ({ name, permit, purpose, validFrom, validTo }) =>
          html`${cityText(name)} · ${permit} · ${cityText(purpose)} · ${during(validFrom, validTo)}`,
      ),
      messages.guardsNone,
    ),
    list(
      messages.focusAreas,
      focusAreas.map(
        ({ name, owner, programmeFrom, programmeTo }) =>
          `${name} · ${owner} · ${during(programmeFrom, programmeTo)}`,
      ),
      messages.focusAreasNone,
    ),
    ...(districts.length === 0 ? [] : [list(messages.districts, districts, '')]),
  ]
}

/** The properties of a feature, separated by dots. */
function inOneLine(parts: readonly (string | Html | null)[]): Html {
  const known = parts.filter((part) => part !== null)
  return html`${known.map((part, k) => html`${k === 0 ? '' : ' · '}${part}`)}`
}
