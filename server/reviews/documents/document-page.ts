import { checklistPart } from '../checklist/checklist-part.ts'
import type { StoredDocument } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Picture } from '../../platform/pictures/picture.ts'
import { pictureSvg } from '../../platform/pictures/picture-svg.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import type { Language } from '../../platform/language.ts'
import { type Days, daysIn } from '../page/period.ts'
import { periodText, type ReleasePeriod } from '../../releases/index.ts'
import { sitePlan } from '../page/site-plan.ts'
import { decisionParts } from './document-decision.ts'
import { DOCUMENT_MESSAGES, type DocumentMessages } from './messages.ts'
import { type EarlierFiledDocument, isEarlier } from './earlier-document.ts'
import { districtTables, earlierTables, placeTables, statisticalTables } from './figure-tables.ts'
import type { FiledDocument } from './filed-document.ts'
import { mapPicture } from './map-picture.ts'
import { perceivedSafety } from './perceived-safety.ts'
import { needsAtSite } from './needs-at-site.ts'
import type { PlaceFigures } from './place-figures.ts'
import { touchedFeatures } from './touched-features.ts'

type AnyDocument = FiledDocument | EarlierFiledDocument

/** The public document of a review, as a page to read and print: the decision first, then what it rests on. */
export function documentPage(stored: StoredDocument, language: Language, timezone: string): string {
  return pageOf(JSON.parse(stored.text) as AnyDocument, stored.sha256, language, timezone)
}

/** The page of a document before it is filed: marked as a preview, without a hash. */
export function previewPage(document: AnyDocument, language: Language, timezone: string): string {
  return pageOf(document, null, language, timezone)
}

function pageOf(document: AnyDocument, sha256: string | null, language: Language, timezone: string): string {
  const messages = DOCUMENT_MESSAGES[language]
  const days = daysIn(language, timezone)
  return pageFrame({
    language,
    title: `${document.title} · ${messages.title}`,
    ...(sha256 === null ? { query: 'face=preview&', watermark: messages.preview } : {}),
    body: html`${heading(document, sha256 !== null, messages, days)}
<div class="lead">
<div>${decisionParts(document, language, days)}${assessment(document, messages)}</div>
${isEarlier(document) ? pictureSvg(documentPicture(document, language), messages.site, 'site-plan') : null}
</div>
${isEarlier(document) ? null : mapOf(document, language)}
<section aria-labelledby="figures">
<h2 id="figures">${messages.figures}</h2>
${isEarlier(document) ? html`<p>${messages.earlierLead}</p>${earlierTables(document, language)}` : figures(document, messages, language, days)}
</section>
${isEarlier(document) ? null : checklistPart(document.checklist ?? null, language)}
<section aria-labelledby="touches">
<h2 id="touches">${messages.touches}</h2>
${touchedFeatures(document, messages, days)}
${isEarlier(document) ? null : needsAtSite(document, messages)}
</section>
${origin(document, sha256, language, days)}`,
  })
}

function heading(document: AnyDocument, isFiled: boolean, messages: DocumentMessages, days: Days): Html {
  const { caseNumber, decided } = document
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<header>
<p class="product">Lägesbild · ${messages.title}</p>
<h1>${cityText(document.title)}</h1>
${document.demo ? html`<p class="demo">${messages.demo}</p>` : null}
<dl class="facts">
${caseNumber === null ? null : fact(messages.caseNumber, caseNumber)}
${fact(messages.review, String(document.reviewId))}
${isEarlier(document) ? fact(messages.period, days.through(document.from, document.to)) : null}
${isFiled ? fact(messages.locked, days.of(document.lockedAt)) : null}
${decided === null ? null : fact(messages.decidedOn, days.of(decided.at))}
</dl>
</header>`
}

function assessment(document: AnyDocument, messages: DocumentMessages): Html | null {
  if (isEarlier(document)) return null
  const { assessment: text } = document
  return html`<section aria-labelledby="assessment"><h2 id="assessment">${messages.assessment}</h2><p>${text === null ? messages.noAssessment : cityText(text)}</p></section>`
}

/** What a document's page shows of its site: the map, or of early documents the outline. */
export function documentPicture(document: AnyDocument, language: Language): Picture {
  return isEarlier(document)
    ? sitePlan(document.geometry)
    : mapPicture(document.map, DOCUMENT_MESSAGES[language].mapWords)
}

function mapOf(document: AnyDocument, language: Language): Html {
  const messages = DOCUMENT_MESSAGES[language]
  const drawn = pictureSvg(documentPicture(document, language), messages.mapAbout, 'document-map')
  return html`<figure class="map">${drawn}<figcaption>${messages.mapSources}</figcaption></figure>`
}

function figures(document: FiledDocument, messages: DocumentMessages, language: Language, days: Days): Html {
  const { figures: disclosed, places = [] } = document
  const ofPlaces = places.map((place) => placeSection(place, messages, language, days))
  if (disclosed === null)
    return html`<p>${places.length === 0 ? messages.noFigures : messages.figuresLead}</p>${ofPlaces}<p>${messages.notHere}</p>`
  return html`<p>${messages.figuresLead}</p>
${ofPlaces}
<h3>${messages.nearby}</h3>
${disclosed.byStatisticalArea.length === 0 ? html`<p>${messages.noStatisticalAreas}</p>` : statisticalTables(disclosed, language)}
<p class="not-here">${messages.notHere}</p>
<h3>${messages.districtFigures}</h3>
${districtTables(disclosed, language)}
${perceivedSafety(disclosed, language)}`
}

function placeSection(place: PlaceFigures, messages: DocumentMessages, language: Language, days: Days): Html {
  const { name, board } = place
  return html`<h3>${messages.placeFigures(name)}</h3>
<p>${messages.placeLead(board.name, days.on(board.decidedOn), board.section)}</p>
${placeTables(place, language)}`
}

function origin(document: AnyDocument, sha256: string | null, language: Language, days: Days): Html {
  const messages = DOCUMENT_MESSAGES[language]
  const items = (texts: readonly (string | Html)[]) => texts.map((text) => html`<li>${text}</li>`)
  const hash = (name: string, value: string) =>
    html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`
  const disclosed = isEarlier(document) ? null : document.figures
  const uncited = isEarlier(document) ? [] : (document.uncited ?? [])
  const lines = isEarlier(document) ? [] : releaseLines(document, language, days)
  const annexHash = isEarlier(document) ? document.evidenceSha256 : document.annex.sha256
  return html`<section class="origin" aria-labelledby="origin">
<h2 id="origin">${messages.origin}</h2>
${isEarlier(document) || document.annex.authority === '' ? null : html`<h3>${messages.annexes}</h3><p>${messages.annex(document.annex.statute, document.annex.authority)}</p>`}
<h3>${messages.sources}</h3><ul>${items((isEarlier(document) ? document.sources : (disclosed?.sources ?? [])).map(({ title }) => cityText(title)))}</ul>
${uncited.length === 0 ? null : html`<h3>${messages.uncited}</h3><p>${messages.uncitedLead}</p><ul>${items(uncited.map((title) => cityText(title)))}</ul>`}
${lines.length === 0 ? null : html`<h3>${messages.releases}</h3><ul>${items(lines)}</ul>`}
<h3>${messages.method}</h3><ul>${items(messages.methods)}</ul>
<dl>
${sha256 === null ? null : hash(messages.hash, sha256)}
${annexHash === '' ? null : hash(messages.evidenceHash, annexHash)}
</dl>
</section>`
}

function releaseLines(document: FiledDocument, language: Language, days: Days): readonly string[] {
  const { figures: disclosed, places = [] } = document
  const { placeRelease } = DOCUMENT_MESSAGES[language]
  const titled = [
    ...places.map(({ name, publishedAt }) => ({ title: placeRelease(name), publishedAt })),
    ...(disclosed?.releases ?? []).map(({ key, publishedAt }) => {
      return { title: periodText(key as ReleasePeriod).title[language], publishedAt }
    }),
  ]
  return titled.map(({ title, publishedAt }) => `${title} · ${days.of(publishedAt)}`)
}
