import { html } from '../../platform/pages/html.ts'
import type { PublicNotice } from '../../notices/index.ts'
import { areaPageName } from './area-page.ts'
import type { ReleasedArea } from './released-areas.ts'
import type { PublicIndex } from '../../releases/index.ts'

const MESSAGES = {
  sv: {
    title: 'Publicerade uppgifter',
    lead: 'Vad som anmälts i stadens områden och hur trygga de boende känner sig, som tabeller. Nyast först.',
    help: 'Pågår det nu, eller är någon i fara? Ring 112. Har det redan hänt? Ring polisen på 114 14.',
    areas: 'områden (CSV)',
    geojson: 'områden (GeoJSON)',
    method: 'så är siffrorna gjorda',
    eachArea: 'Område för område',
    periods: 'Period för period',
    layers: 'Vad som görs',
    notices: 'Information just nu',
    source: 'Källa',
    none: 'Inget är publicerat ännu.',
    demo: 'Staden och allt i den är påhittat.',
  },
  en: {
    title: 'Published figures',
    lead: 'What was reported in the city’s areas and how safe residents feel, as tables. Newest first.',
    help: 'Is it happening now, or is somebody in danger? Call 112. Has it already happened? Call the police on 114 14.',
    areas: 'areas (CSV)',
    geojson: 'areas (GeoJSON)',
    method: 'how these figures are made',
    eachArea: 'Area by area',
    periods: 'Period by period',
    layers: 'What is being done',
    notices: 'Information right now',
    source: 'Source',
    none: 'Nothing has been published yet.',
    demo: 'The city and everything in it is made up.',
  },
} as const

/**
 * `index.html`: links to every table, without scripts, also in a copy of the tree. Swedish first, then English; links
 * are relative.
 */
export function indexPage(
  index: PublicIndex,
  notices: readonly PublicNotice[] = [],
  areas: readonly ReleasedArea[] = [],
): string {
  return html`<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${MESSAGES.sv.title}</title>
</head>
<body>
<main>
<h1>${MESSAGES.sv.title}</h1>
${part(index, 'sv', notices, areas)}
<div lang="en">
<h1>${MESSAGES.en.title}</h1>
${part(index, 'en', notices, areas)}
</div>
</main>
</body>
</html>
`.markup
}

function part(
  { releases, layers, demo }: PublicIndex,
  language: 'sv' | 'en',
  notices: readonly PublicNotice[],
  areas: readonly ReleasedArea[],
) {
  const messages = MESSAGES[language]
  return html`${demo ? html`<p><strong>${messages.demo}</strong></p>\n` : null}<p>${messages.lead}</p>
<p>${messages.help}</p>
${noticesPart(notices, language)}${areasPart(areas, language)}${releases.length === 0 ? html`<p>${messages.none}</p>\n` : null}<ul>
${releases.map(({ manifest, title }) => {
  const folder = manifest.slice(0, manifest.lastIndexOf('/'))
  return html`<li>${title[language]}: <a href="${folder}/areas.csv">${messages.areas}</a>, <a href="${folder}/areas.geojson">${messages.geojson}</a>, <a href="${folder}/method.${language}.html">${messages.method}</a></li>\n`
})}</ul>
<h2>${messages.layers}</h2>
<ul>
${layers.map(({ href, title }) => html`<li><a href="${href}">${title[language]}</a> (GeoJSON)</li>\n`)}</ul>`
}

/** The areas, each with its own page of tables. */
function areasPart(areas: readonly ReleasedArea[], language: 'sv' | 'en') {
  if (areas.length === 0) return null
  return html`<h2>${MESSAGES[language].eachArea}</h2>
<ul>
${areas.map(({ key, name }) => html`<li><a href="${areaPageName(key, language)}">${name}</a></li>\n`)}</ul>
<h2>${MESSAGES[language].periods}</h2>
`
}

/** The notices in a language: in Swedish where there is none in it. The Swedish ones are what entries of the feed lead to. */
function noticesPart(notices: readonly PublicNotice[], language: 'sv' | 'en') {
  if (notices.length === 0) return null
  const messages = MESSAGES[language]
  return html`<h2>${messages.notices}</h2>
${notices.map((notice) => {
  const { id, area, source, beginsOn, endsOn } = notice
  const isIn = language === 'en' && notice.titleEn !== null
  const mark = language === 'sv' ? html` id="notice-${id}"` : isIn ? null : html` lang="sv"`
  return html`<section${mark}><h3>${isIn ? notice.titleEn : notice.title}</h3>
<p>${isIn ? notice.textEn : notice.text}</p>
<p>${area} · ${beginsOn} – ${endsOn} · ${messages.source}: ${source}</p></section>
`
})}`
}
