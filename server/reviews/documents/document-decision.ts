import type { DocumentCore } from './filed-document.ts'
import { needsTradeOffs } from '../decision-rules.ts'
import { SUBJECT_NAMES } from '../messages.ts'
import { PERSPECTIVES } from '../../platform/perspectives.ts'
import { type BoardDecision, TRADE_OFFS } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { DOCUMENT_MESSAGES, type DocumentMessages } from './messages.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Days } from '../page/period.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import type { Language } from '../../platform/language.ts'

/** The decision with its weighing and consultations; before it, a statement that there is none. */
export function decisionParts({ decided, outcome }: DocumentCore, language: Language, days: Days): Html {
  const messages = DOCUMENT_MESSAGES[language]
  if (decided === null) {
    return html`<section aria-labelledby="decision"><h2 id="decision">${messages.decision}</h2><p>${messages.notDecided}</p></section>`
  }
  const tradeOffs = TRADE_OFFS.flatMap((key) => {
    const weighed = decided.tradeOffs[key]
    if (weighed === undefined) return []
    return [
      html`<tr><th scope="row" class="words">${messages.tradeOff[key]}</th><td class="words">${messages.judgement[weighed.judgement]}</td><td class="words">${cityText(weighed.note)}</td></tr>`,
    ]
  })
  const perspectives = PERSPECTIVES.flatMap((key) => {
    const note = decided.perspectives[key]
    if (note === undefined) return []
    return [
      html`<dt>${messages.perspective[key]}</dt><dd>${note === null ? messages.notRelevant : cityText(note)}</dd>`,
    ]
  })
  const { subject = 'proposal' } = decided
  return html`<section aria-labelledby="decision">
<h2 id="decision">${messages.decision}</h2>
<p class="decision">${messages.decisions[decided.decision]}</p>
${minutesOf(decided.board ?? null, messages, days)}
${decided.conditions.length === 0 ? null : html`<h3>${messages.conditions}</h3><ol>${decided.conditions.map((text) => html`<li>${cityText(text)}</li>`)}</ol>`}
${decided.note === null ? null : html`<h3>${messages.grounds}</h3><p>${cityText(decided.note)}</p>`}
${outcome === null ? null : html`<h3>${messages.outcome}</h3><p>${cityText(outcome)}</p>`}
</section>
<section aria-labelledby="weighing">
<h2 id="weighing">${messages.tradeOffs}</h2>
<p>${messages.subject}: ${SUBJECT_NAMES[subject][language]}</p>
${needsTradeOffs(subject) ? scrollRegion(messages.tradeOffs, html`<table class="plain"><tbody>${tradeOffs}</tbody></table>`) : html`<p>${messages.noTradeOffs}</p>`}
<h3>${messages.perspectives}</h3>
<dl class="notes">${perspectives}</dl>
</section>
${consulted(decided.consulted, language, days)}`
}

/** The board, the date and the paragraph of the minutes. */
function minutesOf(board: BoardDecision | null, messages: DocumentMessages, days: Days): Html | null {
  if (board === null) return null
  return html`<p>${messages.decidedBy} ${cityText(board.name)}, ${days.on(board.decidedOn)}, § ${board.section}</p>`
}

function consulted(
  parties: NonNullable<DocumentCore['decided']>['consulted'],
  language: Language,
  days: Days,
): Html {
  const messages = DOCUMENT_MESSAGES[language]
  const time = (day: string) => html`<time datetime="${day}">${days.on(day)}</time>`
  const head = [messages.party, messages.asked, messages.answered]
  const rows = parties.map(
    ({ party, askedOn, answeredOn }) =>
      html`<tr><th scope="row" class="words">${party}</th><td class="words">${time(askedOn)}</td><td class="words">${answeredOn === null ? messages.unanswered : time(answeredOn)}</td></tr>`,
  )
  const table = html`<table class="plain"><thead><tr>${head.map((text) => html`<th scope="col" class="words">${text}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
  return html`<section aria-labelledby="consulted">
<h2 id="consulted">${messages.consulted}</h2>
${parties.length === 0 ? html`<p>${messages.consultedNone}</p>` : scrollRegion(messages.consulted, table)}
</section>`
}
