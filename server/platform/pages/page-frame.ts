import { type Html, html } from './html.ts'
import type { Language } from '../language.ts'

/** A page in one language with a link to the other. */
export interface PageParts {
  readonly language: Language
  readonly title: string
  /** Query of this page without its language: `face=evidence&`. */
  readonly query?: string
  /** Text across the page and at its top, such as a draft notice. */
  readonly watermark?: string | null
  readonly body: Html
}

const OTHER: Readonly<Record<Language, string>> = { sv: 'In English', en: 'På svenska' }

/** A whole HTML document for screen and print: no script, one style sheet. */
export function pageFrame({ language, title, query = '', watermark = null, body }: PageParts): string {
  const other = language === 'sv' ? 'en' : 'sv'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Lägesbild</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/review.css">
</head>
<body>
${watermark === null ? null : html`<div class="watermark" aria-hidden="true" data-text="${watermark}"></div>`}
<main>
${watermark === null ? null : html`<p class="stamp">${watermark}</p>`}
${body}
<footer><a href="?${query}lang=${other}" lang="${other}">${OTHER[language]}</a></footer>
</main>
</body>
</html>`.markup
}
