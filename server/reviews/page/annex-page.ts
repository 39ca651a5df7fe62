import type { ReviewCase } from '../review-case.ts'
import type { Seal, StoredEvidence } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { findingList } from './finding-list.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import { type Days, daysIn } from './period.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import { sitePlan } from './site-plan.ts'
import { cellsTable, countsTable, zonesTable } from './tables.ts'
import { REVIEW_WORDS, type ReviewWords } from './words.ts'
import type { Language } from '../../platform/language.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import { cellFeatures, type Evidence } from '../../checks/index.ts'

/** What a page says of a review beyond the review itself. */
export interface ReviewSetting {
  /** The proposal as it is called now; null when it is kept no longer. */
  readonly proposal: { readonly title: string; readonly caseNumber: string | null } | null
  /** IANA name of the time zone that days are told in. */
  readonly timezone: string
  /** The city's. */
  readonly projection: Projection
}

/** A review, and the seal that makes its evidence the secret annex; null before the lock. */
export interface AnnexOf {
  readonly review: Pick<ReviewCase, 'id' | 'state' | 'annex' | 'steps'>
  readonly seal: Seal | null
}

/**
 * The exact figures of a review as a page to read and print: findings first, then the figures that they rest on, then where
 * all of it comes from. Before the lock it says of itself that it is working material, from then on which secrecy is claimed.
 */
export function annexPage(
  { review, seal }: AnnexOf,
  stored: StoredEvidence,
  language: Language,
  { proposal, timezone, projection }: ReviewSetting,
): string {
  const evidence = JSON.parse(stored.evidence) as Evidence
  const words = REVIEW_WORDS[language]
  const { provenance } = evidence
  const days = daysIn(language, timezone)
  const { from, to } = provenance.query
  const body = html`<header>
<p class="product">Lägesbild${proposal === null ? '' : ` · ${words.title}`}</p>
<h1>${proposal === null ? words.title : cityText(proposal.title)}</h1>
${provenance.demo ? html`<p class="demo">${words.demo}</p>` : null}
${seal === null ? html`<p class="hint">${words.tried}</p>` : mark(review, seal, words, days)}
<dl class="facts">
${proposal?.caseNumber == null ? null : html`<div><dt>${words.caseNumber}</dt><dd>${proposal.caseNumber}</dd></div>`}
<div><dt>${words.review}</dt><dd>${review.id} (${words.state[review.state]})</dd></div>
<div><dt>${words.made}</dt><dd>${days.of(stored.computedAt)}</dd></div>
<div><dt>${words.period}</dt><dd>${days.through(from, to)}</dd></div>
</dl>
</header>
<div class="lead">
<section aria-labelledby="findings">
<h2 id="findings">${words.findings}</h2>
${notices(evidence, language)}
${findingList(evidence.findings, language, words.place)}
</section>
<figure>${sitePlan(provenance.query.geometry, words.site, cellFeatures(evidence.zones, projection).features)}<figcaption>${words.siteKey}</figcaption></figure>
</div>
<section aria-labelledby="figures">
<h2 id="figures">${words.figures}</h2>
${scrollRegion(words.zones, zonesTable(evidence, language))}
${scrollRegion(words.counts, countsTable(evidence, language))}
${scrollRegion(words.cells, cellsTable(evidence, language))}
</section>
${origin(stored, evidence, words, language)}`
  return pageFrame({
    language,
    title: `${proposal?.title ?? words.title} · ${words.review} ${review.id}`,
    query: 'face=annex&',
    watermark: seal === null ? words.internal : words.annex,
    body,
  })
}

/** The mark of secrecy by OSL 5 kap. 5 §: the provision claimed, the day, and the authority. */
function mark({ annex, steps }: AnnexOf['review'], { sha256 }: Seal, words: ReviewWords, days: Days): Html {
  const lockedAt = steps.findLast(({ state }) => state === 'evidence_locked')?.at
  const fact = (name: string, value: string | Html) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<div class="secrecy">
<p><strong>${words.annex}</strong></p>
<dl class="facts">
${annex === null ? null : fact(words.statute, annex.statute)}
${annex === null ? null : fact(words.authority, annex.authority)}
${lockedAt === undefined ? null : fact(words.marked, days.of(lockedAt))}
${fact(words.sealed, html`<code>${sha256}</code>`)}
</dl>
<p>${words.tried}</p>
</div>`
}

function notices(evidence: Evidence, language: Language): Html | null {
  const { notices: said } = evidence.provenance
  return said.length === 0
    ? null
    : html`<ul class="notices">${said.map((notice) => html`<li>${notice[language]}</li>`)}</ul>`
}

function origin(review: StoredEvidence, evidence: Evidence, words: ReviewWords, language: Language): Html {
  const { sources, methods, limits } = evidence.provenance
  const items = (texts: readonly (string | Html)[]) => texts.map((text) => html`<li>${text}</li>`)
  return html`<section class="origin" aria-labelledby="origin">
<h2 id="origin">${words.provenance}</h2>
<dl>
<div><dt>${words.version}</dt><dd><code>${evidence.provenance.snapshotVersion}</code></dd></div>
<div><dt>${words.hash}</dt><dd><code>${review.sha256}</code></dd></div>
</dl>
<h3>${words.sources}</h3><ul>${items(sources.map((source) => cityText(source.title)))}</ul>
<h3>${words.methods}</h3><ul>${items(methods.map(({ name, source }) => html`<span lang="en">${name}</span> (${source})`))}</ul>
<h3>${words.limits}</h3><ul>${items(limits.map((limit) => limit[language]))}</ul>
</section>`
}
