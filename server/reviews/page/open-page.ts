import type { ReviewCase } from '../review-case.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import type { ReviewSetting } from './annex-page.ts'
import { html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import { REVIEW_MESSAGES } from './messages.ts'
import type { Language } from '../../platform/language.ts'

const SAID = {
  sv: {
    why: 'Det offentliga underlaget upprättas när underlaget låses. Till dess finns arbetsmaterial, som kan räknas om.',
    preview: 'Förhandsvisa det offentliga underlaget',
    evidence: 'Visa arbetsmaterialet',
  },
  en: {
    why: 'The public document is made when the evidence is locked. Until then there is working material, which may be computed anew.',
    preview: 'Preview the public document',
    evidence: 'Show the working material',
  },
} as const

/** The page of a review that is not locked: without a public document, and without figures. */
export function openPage(
  review: Pick<ReviewCase, 'id' | 'state'>,
  language: Language,
  { proposal }: ReviewSetting,
): string {
  const messages = REVIEW_MESSAGES[language]
  const said = SAID[language]
  const title = proposal?.title ?? messages.title
  return pageFrame({
    language,
    title: `${title} · ${messages.review} ${review.id}`,
    body: html`<header>
<p class="product">Lägesbild · ${messages.title}</p>
<h1>${proposal === null ? messages.title : cityText(proposal.title)}</h1>
<p>${messages.review} ${review.id} (${messages.state[review.state]})</p>
</header>
<p>${said.why}</p>
<p><a href="?face=preview&amp;lang=${language}">${said.preview}</a></p>
<p><a href="?face=annex&amp;lang=${language}">${said.evidence}</a></p>`,
  })
}
