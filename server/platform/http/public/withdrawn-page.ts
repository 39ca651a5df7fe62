import { html } from '../../pages/html.ts'

const MESSAGES = {
  sv: {
    title: 'Uppgifterna är återkallade',
    text: 'Det som publicerades här gäller inte längre. Använd inte kopior av det.',
    start: 'Till det som är publicerat',
  },
  en: {
    title: 'The figures have been withdrawn',
    text: 'What was published here no longer holds. Do not use copies of it.',
    start: 'To what is published',
  },
} as const

/**
 * The page at the old link of a withdrawn page; null for a data file.
 *
 * @param name below `/public/`: `releases/2026-Q1/method.en.html`
 */
export function withdrawnPage(name: string): string | null {
  const language = /\.(sv|en)\.html$/.exec(name)?.[1] as 'sv' | 'en' | undefined
  if (language === undefined) return null
  const { title, text, start } = MESSAGES[language]
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Lägesbild</title>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="/?page=start${language === 'sv' ? '' : '&lang=en'}">${start}</a></p>
</main>
</body>
</html>
`.markup
}
