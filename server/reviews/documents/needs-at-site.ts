import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { FiledDocument } from './filed-document.ts'
import type { DocumentMessages } from './messages.ts'

/** What became of each local need at the site; null in documents from before they were known. */
export function needsAtSite({ needs }: FiledDocument, messages: DocumentMessages): Html | null {
  if (needs === undefined) return null
  const { needs: known, others } = needs
  const became = ({ state, here, because }: (typeof known)[number]) => {
    if (state === 'taken') return here ? messages.needs.here : messages.needs.elsewhere
    return state === 'open' ? messages.needs.open : html`${messages.needs.notNow} ${cityText(because ?? '')}`
  }
  return html`<h3>${messages.needs.title}</h3>
${known.length === 0 && others === 0 ? html`<p>${messages.needs.none}</p>` : null}
${
  known.length === 0
    ? null
    : html`<ul>${known.map((need) => html`<li>${cityText(need.sentence)} (${messages.needs.sources[need.source]}) · ${became(need)}</li>`)}</ul>`
}
${others === 0 ? null : html`<p>${messages.needs.others(others)}</p>`}`
}
