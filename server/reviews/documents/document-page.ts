import type { StoredDocument } from '../review.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { pageFrame } from '../../platform/pages/page-frame.ts'
import type { Language } from '../../platform/language.ts'
import { type Days, daysIn } from '../page/period.ts'
import { periodWords, type ReleasePeriod } from '../../releases/index.ts'
import { sitePlan } from '../page/site-plan.ts'
import { decisionParts } from './document-decision.ts'
import { DOCUMENT_WORDS, type DocumentWords } from './document-words.ts'
import { type EarlierFiledDocument, isEarlier } from './earlier-document.ts'
import { districtTables, earlierTables, placeTables, statisticalTables } from './figure-tables.ts'
import type { FiledDocument } from './filed-document.ts'
import { mapSvg } from './map-svg.ts'
import { perceivedSafety } from './perceived-safety.ts'
import type { PlaceFigures } from './place-figures.ts'
import { touchedThings } from './touched-things.ts'

type AnyDocument = FiledDocument | EarlierFiledDocument

/** The public document of a review, as a page to read and print: the decision first, then what it rests on. */
export function documentPage(stored: StoredDocument, language: Language, timezone: string): string {
  return pageOf(JSON.parse(stored.handling) as AnyDocument, stored.sha256, language, timezone)
}

/** The same before it is filed: it says of itself that it is a preview, and has no hash. */
export function previewPage(document: AnyDocument, language: Language, timezone: string): string {
  return pageOf(document, null, language, timezone)
}

function pageOf(document: AnyDocument, sha256: string | null, language: Language, timezone: string): string {
  const words = DOCUMENT_WORDS[language]
  const days = daysIn(language, timezone)
  return pageFrame({
    language,
    title: `${document.title} · ${words.title}`,
    ...(sha256 === null ? { query: 'face=preview&', watermark: words.preview } : {}),
    body: html`${heading(document, sha256 !== null, words, days)}
<div class="lead">
<div>${decisionParts(document, language, days)}${assessment(document, words)}</div>
${isEarlier(document) ? sitePlan(document.geometry, words.site) : null}
</div>
${isEarlier(document) ? null : mapOf(document, words)}
<section aria-labelledby="figures">
<h2 id="figures">${words.figures}</h2>
${isEarlier(document) ? html`<p>${words.earlierLead}</p>${earlierTables(document, language)}` : figures(document, words, language, days)}
</section>
<section aria-labelledby="touches">
<h2 id="touches">${words.touches}</h2>
${touchedThings(document, words, days)}
</section>
${origin(document, sha256, language, days)}`,
  })
}

function heading(document: AnyDocument, isFiled: boolean, words: DocumentWords, days: Days): Html {
  const { caseNumber, decided } = document
  const fact = (name: string, value: string) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`
  return html`<header>
<p class="product">Lägesbild · ${words.title}</p>
<h1>${cityText(document.title)}</h1>
${document.demo ? html`<p class="demo">${words.demo}</p>` : null}
<dl class="facts">
${caseNumber === null ? null : fact(words.caseNumber, caseNumber)}
${fact(words.review, String(document.reviewId))}
${isEarlier(document) ? fact(words.period, days.through(document.from, document.to)) : null}
${isFiled ? fact(words.locked, days.of(document.lockedAt)) : null}
${decided === null ? null : fact(words.decidedOn, days.of(decided.at))}
</dl>
</header>`
}

function assessment(document: AnyDocument, words: DocumentWords): Html | null {
  if (isEarlier(document)) return null
  const { assessment: text } = document
  return html`<section aria-labelledby="assessment"><h2 id="assessment">${words.assessment}</h2><p>${text === null ? words.noAssessment : cityText(text)}</p></section>`
}

function mapOf({ map }: FiledDocument, words: DocumentWords): Html {
  const key = (map.places ?? []).length === 0 ? words.mapKey : `${words.mapKey} ${words.mapKeyOfPlaces}`
  return html`<figure class="map">${mapSvg(map, words.map)}<figcaption>${key}</figcaption></figure>`
}

function figures(document: FiledDocument, words: DocumentWords, language: Language, days: Days): Html {
  const { figures: told, places = [] } = document
  const ofPlaces = places.map((place) => placeSection(place, words, language, days))
  if (told === null)
    return html`<p>${places.length === 0 ? words.noFigures : words.figuresLead}</p>${ofPlaces}<p>${words.notHere}</p>`
  return html`<p>${words.figuresLead}</p>
${ofPlaces}
<h3>${words.nearby}</h3>
${told.byStatisticalArea.length === 0 ? html`<p>${words.noStatisticalAreas}</p>` : statisticalTables(told, language)}
<p class="not-here">${words.notHere}</p>
<h3>${words.districtFigures}</h3>
${districtTables(told, language)}
${perceivedSafety(told, language)}`
}

function placeSection(place: PlaceFigures, words: DocumentWords, language: Language, days: Days): Html {
  const { name, board } = place
  return html`<h3>${words.placeFigures(name)}</h3>
<p>${words.placeLead(board.name, days.on(board.decidedOn), board.section)}</p>
${placeTables(place, language)}`
}

function origin(document: AnyDocument, sha256: string | null, language: Language, days: Days): Html {
  const words = DOCUMENT_WORDS[language]
  const items = (texts: readonly (string | Html)[]) => texts.map((text) => html`<li>${text}</li>`)
  const hash = (name: string, value: string) =>
    html`<div><dt>${name}</dt><dd><code>${value}</code></dd></div>`
  const told = isEarlier(document) ? null : document.figures
  const lines = isEarlier(document) ? [] : releaseLines(document, language, days)
  const annexHash = isEarlier(document) ? document.evidenceSha256 : document.annex.sha256
  return html`<section class="origin" aria-labelledby="origin">
<h2 id="origin">${words.origin}</h2>
${isEarlier(document) || document.annex.authority === '' ? null : html`<h3>${words.annexes}</h3><p>${words.annex(document.annex.statute, document.annex.authority)}</p>`}
<h3>${words.sources}</h3><ul>${items((isEarlier(document) ? document.sources : (told?.sources ?? [])).map(({ title }) => cityText(title)))}</ul>
${lines.length === 0 ? null : html`<h3>${words.releases}</h3><ul>${items(lines)}</ul>`}
<h3>${words.method}</h3><ul>${items(words.methods)}</ul>
<dl>
${sha256 === null ? null : hash(words.hash, sha256)}
${annexHash === '' ? null : hash(words.evidenceHash, annexHash)}
</dl>
</section>`
}

function releaseLines(document: FiledDocument, language: Language, days: Days): readonly string[] {
  const { figures: told, places = [] } = document
  const { placeRelease } = DOCUMENT_WORDS[language]
  const titled = [
    ...places.map(({ name, publishedAt }) => ({ title: placeRelease(name), publishedAt })),
    ...(told?.releases ?? []).map(({ key, publishedAt }) => {
      return { title: periodWords(key as ReleasePeriod).title[language], publishedAt }
    }),
  ]
  return titled.map(({ title, publishedAt }) => `${title} · ${days.of(publishedAt)}`)
}
