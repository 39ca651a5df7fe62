import { checklistInAnnex } from '../checklist/checklist-part.ts'
import type { Citable } from '../checklist/citable.ts'
import type { ReviewCase } from '../review-case.ts'
import type { Seal, StoredEvidence } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { findingList } from './finding-list.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import { type Days, daysIn } from './period.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import type { DocumentMap } from '../documents/document-map.ts'
import { DOCUMENT_MESSAGES } from '../documents/messages.ts'
import { pictureSvg } from '../../platform/pictures/picture-svg.ts'
import { annexPicture, numberedCells } from './annex-map.ts'
import { cellsTable, countsTable, zonesTable } from './tables.ts'
import { REVIEW_MESSAGES, type ReviewMessages } from './messages.ts'
import type { Language } from '../../platform/language.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { Evidence } from '../../checks/index.ts'

/** Context of a review's page. */
export interface ReviewSetting {
  /** The proposal's current title; null when it was removed. */
  readonly proposal: { readonly title: string; readonly caseNumber: string | null } | null
  /** IANA name of the time zone for days. */
  readonly timezone: string
  /** The city's. */
  readonly projection: Projection
  /** The map of its public document, under the cells; null where there is none. */
  readonly map: DocumentMap | null
  /** What responses of the checklist may rest on; absent = nothing. */
  readonly citable?: readonly Citable[]
}

/** A review, and the seal that makes its evidence the secret annex; null before the lock. */
export interface AnnexOf {
  readonly review: Pick<ReviewCase, 'id' | 'state' | 'annex' | 'steps' | 'checklist'>
  readonly seal: Seal | null
}

/**
 * The exact figures of a review as a page to read and print: findings, then their figures, then the provenance.
 * Before the lock it is marked as working material, afterwards with the claimed secrecy.
 */
export function annexPage(
  { review, seal }: AnnexOf,
  stored: StoredEvidence,
  language: Language,
  { proposal, timezone, projection, map, citable = [] }: ReviewSetting,
): string {
  const evidence = JSON.parse(stored.evidence) as Evidence
  const messages = REVIEW_MESSAGES[language]
  const { provenance } = evidence
  const days = daysIn(language, timezone)
  const { from, to } = provenance.query
  const body = html`<header>
<p class="product">Lägesbild${proposal === null ? '' : ` · ${messages.title}`}</p>
<h1>${proposal === null ? messages.title : cityText(proposal.title)}</h1>
${provenance.demo ? html`<p class="demo">${messages.demo}</p>` : null}
${seal === null ? html`<p class="hint">${messages.tried}</p>` : mark(review, seal, messages, days)}
<dl class="facts">
${proposal?.caseNumber == null ? null : html`<div><dt>${messages.caseNumber}</dt><dd>${proposal.caseNumber}</dd></div>`}
<div><dt>${messages.review}</dt><dd>${review.id} (${messages.state[review.state]})</dd></div>
<div><dt>${messages.made}</dt><dd>${days.of(stored.computedAt)}</dd></div>
<div><dt>${messages.period}</dt><dd>${days.through(from, to)}</dd></div>
</dl>
</header>
<div class="lead">
<section aria-labelledby="findings">
<h2 id="findings">${messages.findings}</h2>
${notices(evidence, language)}
${findingList(evidence.findings, language, messages.place)}
</section>
</div>
<figure class="map">${pictureSvg(annexPicture(evidence, map, language, projection), messages.mapAbout, 'document-map')}<figcaption>${DOCUMENT_MESSAGES[language].mapSources}${cellKey(evidence, language)}</figcaption></figure>
<section aria-labelledby="figures">
<h2 id="figures">${messages.figures}</h2>
${scrollRegion(messages.zones, zonesTable(evidence, language))}
${scrollRegion(messages.counts, countsTable(evidence, language))}
${scrollRegion(messages.cells, cellsTable(evidence, language))}
</section>
${checklistInAnnex(review.checklist, citable, language)}
${origin(stored, evidence, messages, language)}`
  return pageFrame({
    language,
    title: `${proposal?.title ?? messages.title} · ${messages.review} ${review.id}`,
    query: 'face=annex&',
    watermark: seal === null ? messages.internal : messages.annex,
    body,
  })
}

/** The numbered cells of the map with their classes a group. */
function cellKey(evidence: Evidence, language: Language): Html | null {
  const cells = numberedCells(evidence, language)
  if (cells.length === 0) return null
  return html`<ul>${cells.map(({ number, lines }) => html`<li>${number}. ${lines.join('; ')}</li>`)}</ul>`
}

/** The mark of secrecy by OSL 5 kap. 5 §: the provision claimed, the day, and the authority. */
function mark(
  { annex, steps }: AnnexOf['review'],
  { sha256 }: Seal,
  messages: ReviewMessages,
  days: Days,
): Html {
  const lockedAt = steps.findLast(({ state }) => state === 'evidence_locked')?.at
  const fact = (name: string, value: string | Html) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<div class="secrecy">
<p><strong>${messages.annex}</strong></p>
<dl class="facts">
${annex === null ? null : fact(messages.statute, annex.statute)}
${annex === null ? null : fact(messages.authority, annex.authority)}
${lockedAt === undefined ? null : fact(messages.marked, days.of(lockedAt))}
${fact(messages.sealed, html`<code>${sha256}</code>`)}
</dl>
<p>${messages.tried}</p>
</div>`
}

function notices(evidence: Evidence, language: Language): Html | null {
  const { notices: said } = evidence.provenance
  return said.length === 0
    ? null
    : html`<ul class="notices">${said.map((notice) => html`<li>${notice[language]}</li>`)}</ul>`
}

function origin(
  review: StoredEvidence,
  evidence: Evidence,
  messages: ReviewMessages,
  language: Language,
): Html {
  const { sources, methods, limits } = evidence.provenance
  const items = (texts: readonly (string | Html)[]) => texts.map((text) => html`<li>${text}</li>`)
  return html`<section class="origin" aria-labelledby="origin">
<h2 id="origin">${messages.provenance}</h2>
<dl>
<div><dt>${messages.version}</dt><dd><code>${evidence.provenance.snapshotVersion}</code></dd></div>
<div><dt>${messages.hash}</dt><dd><code>${review.sha256}</code></dd></div>
</dl>
<h3>${messages.sources}</h3><ul>${items(sources.map((source) => cityText(source.title)))}</ul>
<h3>${messages.methods}</h3><ul>${items(methods.map(({ name, source }) => html`<span lang="en">${name}</span> (${source})`))}</ul>
<h3>${messages.limits}</h3><ul>${items(limits.map((limit) => limit[language]))}</ul>
</section>`
}
