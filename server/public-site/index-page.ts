import { html } from '../platform/pages/html.ts'
import type { PublicIndex } from '../releases/index.ts'

const MESSAGES = {
  sv: {
    title: 'Publicerade uppgifter',
    lead: 'Vad som anmälts i stadens områden och hur trygga de boende känner sig, som tabeller. Nyast först.',
    help: 'Pågår det nu, eller är någon i fara? Ring 112. Har det redan hänt? Ring polisen på 114 14.',
    areas: 'områden (CSV)',
    geojson: 'områden (GeoJSON)',
    method: 'så är siffrorna gjorda',
    layers: 'Vad som görs',
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
    layers: 'What is being done',
    none: 'Nothing has been published yet.',
    demo: 'The city and everything in it is made up.',
  },
} as const

/**
 * `index.html`: the way to every table for whoever has no scripts, and for whoever opens a copy of the tree. Swedish
 * first, then English; links are relative to itself.
 */
export function indexPage(index: PublicIndex): string {
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
${part(index, 'sv')}
<div lang="en">
<h1>${MESSAGES.en.title}</h1>
${part(index, 'en')}
</div>
</main>
</body>
</html>
`.markup
}

function part({ releases, layers, demo }: PublicIndex, language: 'sv' | 'en') {
  const messages = MESSAGES[language]
  return html`${demo ? html`<p><strong>${messages.demo}</strong></p>\n` : null}<p>${messages.lead}</p>
<p>${messages.help}</p>
${releases.length === 0 ? html`<p>${messages.none}</p>\n` : null}<ul>
${releases.map(({ manifest, title }) => {
  const folder = manifest.slice(0, manifest.lastIndexOf('/'))
  return html`<li>${title[language]}: <a href="${folder}/areas.csv">${messages.areas}</a>, <a href="${folder}/areas.geojson">${messages.geojson}</a>, <a href="${folder}/method.${language}.html">${messages.method}</a></li>\n`
})}</ul>
<h2>${messages.layers}</h2>
<ul>
${layers.map(({ href, title }) => html`<li><a href="${href}">${title[language]}</a> (GeoJSON)</li>\n`)}</ul>`
}
