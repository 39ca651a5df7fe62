import type { PublicContents } from '../release.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { html } from '../../platform/pages/html.ts'
import { METHOD_EN, METHOD_SV, type MethodMessages } from './method-messages.ts'
import { periodText } from './period-messages.ts'

/**
 * The method note of a release as a page without script or style: it works wherever the files are copied to.
 *
 * @param demo whether the data are invented, which the note then says first
 */
export function methodNote(contents: PublicContents, language: 'sv' | 'en', demo: boolean): string {
  const messages = language === 'sv' ? METHOD_SV : METHOD_EN
  const title = periodText(contents.period).title[language]
  const body = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${messages.title}: ${title}</title>
</head>
<body>
<main>
<h1>${messages.title}</h1>
<p>${messages.of}, ${title}.</p>
${demo ? html`<p><strong>${messages.demo}</strong></p>` : null}
${messages.sections.map(
  ({ heading, paragraphs }) => html`<h2>${heading}</h2>
${paragraphs.map((text) => html`<p>${text}</p>\n`)}`,
)}
<h2>${messages.sources}</h2>
<ul>
${contents.sources.map((source) => html`<li>${cityText(source.title)} (${messages.register[source.register] ?? source.register}); ${coverage(source, messages)}</li>\n`)}</ul>
</main>
</body>
</html>
`
  return body.markup
}

function coverage(
  { coversFrom, coversTo }: PublicContents['sources'][number],
  { covers, open }: MethodMessages,
): string {
  return `${covers} ${coversFrom ?? '…'} – ${coversTo ?? open}`
}
