import type { PublicContents } from '../release.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { html } from '../../platform/pages/html.ts'
import { METHOD_EN, METHOD_SV, type MethodWords } from './method-words.ts'
import { periodWords } from './period-words.ts'

/**
 * The method note of a release as a page without script or style: it reads the same wherever the files are copied to.
 *
 * @param demo whether everything is made up, which the note then says first
 */
export function methodNote(contents: PublicContents, language: 'sv' | 'en', demo: boolean): string {
  const words = language === 'sv' ? METHOD_SV : METHOD_EN
  const title = periodWords(contents.period).title[language]
  const body = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}: ${title}</title>
</head>
<body>
<main>
<h1>${words.title}</h1>
<p>${words.of}, ${title}.</p>
${demo ? html`<p><strong>${words.demo}</strong></p>` : null}
${words.sections.map(
  ({ heading, paragraphs }) => html`<h2>${heading}</h2>
${paragraphs.map((text) => html`<p>${text}</p>\n`)}`,
)}
<h2>${words.sources}</h2>
<ul>
${contents.sources.map((source) => html`<li>${cityText(source.title)} (${words.register[source.register] ?? source.register}); ${coverage(source, words)}</li>\n`)}</ul>
</main>
</body>
</html>
`
  return body.markup
}

function coverage(
  { coversFrom, coversTo }: PublicContents['sources'][number],
  { covers, open }: MethodWords,
): string {
  return `${covers} ${coversFrom ?? '…'} – ${coversTo ?? open}`
}
