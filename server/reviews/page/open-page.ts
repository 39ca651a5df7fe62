import type { ReviewCase } from '../review-case.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import type { ReviewSetting } from './evidence-page.ts'
import { html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import { REVIEW_WORDS } from './words.ts'
import type { Language } from '../../platform/language.ts'

const SAID = {
  sv: {
    why: 'Handlingen, det som kan lämnas ut, upprättas när underlaget låses. Till dess finns bara ett internt underlag som kan räknas om.',
    evidence: 'Visa det interna underlaget',
  },
  en: {
    why: 'The handling, which may be filed, is made when the evidence is locked. Until then there is only internal evidence that may be computed anew.',
    evidence: 'Show the internal evidence',
  },
} as const

/** A review whose evidence is not locked: it has no handling yet, and no figure leaves it. */
export function openPage(
  review: Pick<ReviewCase, 'id' | 'state'>,
  language: Language,
  { proposal }: ReviewSetting,
): string {
  const words = REVIEW_WORDS[language]
  const said = SAID[language]
  const title = proposal?.title ?? words.title
  return pageFrame({
    language,
    title: `${title} · ${words.review} ${review.id}`,
    body: html`<header>
<p class="product">Lägesbild · ${words.title}</p>
<h1>${proposal === null ? words.title : cityText(proposal.title)}</h1>
<p>${words.review} ${review.id} (${words.state[review.state]})</p>
</header>
<p>${said.why}</p>
<p><a href="?face=evidence&amp;lang=${language}">${said.evidence}</a></p>`,
  })
}
