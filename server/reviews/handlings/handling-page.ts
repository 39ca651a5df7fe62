import type { Handling } from './handling-document.ts'
import { PREMISES_LEFT_OUT } from './handling-lines.ts'
import type { StoredHandling } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { decisionParts } from './handling-decision.ts'
import { figuresTable, touchedThings } from './handling-tables.ts'
import { HANDLING_WORDS, type HandlingWords } from './handling-words.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import { type Days, daysIn } from '../page/period.ts'
import { sitePlan } from '../page/site-plan.ts'
import type { Language } from '../../platform/language.ts'

/** What may be filed of a review, as a page to read and print: the decision first, then what it rests on. */
export function handlingPage(stored: StoredHandling, language: Language, timezone: string): string {
  const handling = JSON.parse(stored.handling) as Handling
  const words = HANDLING_WORDS[language]
  const days = daysIn(language, timezone)
  return pageFrame({
    language,
    title: `${handling.title} · ${words.title}`,
    body: html`${heading(handling, words, days)}
<div class="lead">
<div>${decisionParts(handling, language, days)}</div>
${sitePlan(handling.geometry, words.site)}
</div>
<section aria-labelledby="figures">
<h2 id="figures">${words.figures}</h2>
${figures(handling, words, language)}
</section>
<section aria-labelledby="touches">
<h2 id="touches">${words.touches}</h2>
${touchedThings(handling, words, days)}
</section>
${origin(stored, handling, words)}`,
  })
}

function heading(handling: Handling, words: HandlingWords, days: Days): Html {
  const { caseNumber, decided } = handling
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<header>
<p class="product">Lägesbild · ${words.title}</p>
<h1>${cityText(handling.title)}</h1>
${handling.demo ? html`<p class="demo">${words.demo}</p>` : null}
<dl class="facts">
${caseNumber === null ? null : fact(words.caseNumber, caseNumber)}
${fact(words.review, String(handling.reviewId))}
${fact(words.period, days.through(handling.from, handling.to))}
${fact(words.locked, days.of(handling.lockedAt))}
${decided === null ? null : fact(words.decidedOn, days.of(decided.at))}
</dl>
</header>`
}

function figures(handling: Handling, words: HandlingWords, language: Language): Html {
  if (handling.figures.length === 0) return html`<p>${words.noFigures}</p>`
  return html`<p>${words.figuresLead}</p>
${figuresTable(handling, language)}
${handling.premisesLeftOut === true ? html`<p>${PREMISES_LEFT_OUT[language]}</p>` : null}
${handling.toldIn.length === 0 ? null : html`<p>${words.toldIn} ${handling.toldIn.join(', ')}.</p>`}`
}

function origin(stored: StoredHandling, handling: Handling, words: HandlingWords): Html {
  const items = (texts: readonly (string | Html)[]) => texts.map((text) => html`<li>${text}</li>`)
  return html`<section class="origin" aria-labelledby="origin">
<h2 id="origin">${words.origin}</h2>
<h3>${words.sources}</h3><ul>${items(handling.sources.map(({ title }) => cityText(title)))}</ul>
<h3>${words.method}</h3><ul>${items(words.methods)}</ul>
<dl>
<div><dt>${words.hash}</dt><dd><code>${stored.sha256}</code></dd></div>
<div><dt>${words.evidenceHash}</dt><dd><code>${handling.evidenceSha256}</code></dd></div>
</dl>
</section>`
}
