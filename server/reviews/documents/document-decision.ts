import type { DocumentCore } from './filed-document.ts'
import { asksTradeOffs } from '../decision-rules.ts'
import { SUBJECT_NAMES } from '../messages.ts'
import { type BoardDecision, PERSPECTIVES, TRADE_OFFS } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { DOCUMENT_WORDS, type DocumentWords } from './document-words.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Days } from '../page/period.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import type { Language } from '../../platform/language.ts'

/** The decision with what was weighed and who was asked; that there is none, before it. */
export function decisionParts({ decided, outcome }: DocumentCore, language: Language, days: Days): Html {
  const words = DOCUMENT_WORDS[language]
  if (decided === null) {
    return html`<section aria-labelledby="decision"><h2 id="decision">${words.decision}</h2><p>${words.notDecided}</p></section>`
  }
  const tradeOffs = TRADE_OFFS.flatMap((key) => {
    const weighed = decided.tradeOffs[key]
    if (weighed === undefined) return []
    return [
      html`<tr><th scope="row" class="words">${words.tradeOff[key]}</th><td class="words">${words.judgement[weighed.judgement]}</td><td class="words">${cityText(weighed.note)}</td></tr>`,
    ]
  })
  const perspectives = PERSPECTIVES.flatMap((key) => {
    const note = decided.perspectives[key]
    if (note === undefined) return []
    return [
      html`<dt>${words.perspective[key]}</dt><dd>${note === null ? words.notRelevant : cityText(note)}</dd>`,
    ]
  })
  const { subject = 'proposal' } = decided
  return html`<section aria-labelledby="decision">
<h2 id="decision">${words.decision}</h2>
<p class="decision">${words.decisions[decided.decision]}</p>
${minutesOf(decided.board ?? null, words, days)}
${decided.conditions.length === 0 ? null : html`<h3>${words.conditions}</h3><ol>${decided.conditions.map((text) => html`<li>${cityText(text)}</li>`)}</ol>`}
${decided.note === null ? null : html`<h3>${words.grounds}</h3><p>${cityText(decided.note)}</p>`}
${outcome === null ? null : html`<h3>${words.outcome}</h3><p>${cityText(outcome)}</p>`}
</section>
<section aria-labelledby="weighing">
<h2 id="weighing">${words.tradeOffs}</h2>
<p>${words.subject}: ${SUBJECT_NAMES[subject][language]}</p>
${asksTradeOffs(subject) ? scrollRegion(words.tradeOffs, html`<table class="plain"><tbody>${tradeOffs}</tbody></table>`) : html`<p>${words.noTradeOffs}</p>`}
<h3>${words.perspectives}</h3>
<dl class="notes">${perspectives}</dl>
</section>
${consulted(decided.consulted, language, days)}`
}

/** Which board decided, when, and where that is written. */
function minutesOf(board: BoardDecision | null, words: DocumentWords, days: Days): Html | null {
  if (board === null) return null
  return html`<p>${words.decidedBy} ${cityText(board.name)}, ${days.on(board.decidedOn)}, § ${board.section}</p>`
}

function consulted(
  parties: NonNullable<DocumentCore['decided']>['consulted'],
  language: Language,
  days: Days,
): Html {
  const words = DOCUMENT_WORDS[language]
  const time = (day: string) => html`<time datetime="${day}">${days.on(day)}</time>`
  const head = [words.party, words.asked, words.answered]
  const rows = parties.map(
    ({ party, askedOn, answeredOn }) =>
      html`<tr><th scope="row" class="words">${party}</th><td class="words">${time(askedOn)}</td><td class="words">${answeredOn === null ? words.unanswered : time(answeredOn)}</td></tr>`,
  )
  const table = html`<table class="plain"><thead><tr>${head.map((text) => html`<th scope="col" class="words">${text}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
  return html`<section aria-labelledby="consulted">
<h2 id="consulted">${words.consulted}</h2>
${parties.length === 0 ? html`<p>${words.consultedNone}</p>` : scrollRegion(words.consulted, table)}
</section>`
}
