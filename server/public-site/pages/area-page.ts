import type { Language } from '../../platform/language.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { periodText, type ReleasePeriod } from '../../releases/index.ts'
import { AREA_MESSAGES, kindText, shownText } from './area-messages.ts'
import type { ReleasedArea } from './released-areas.ts'

/** Name of an area's page below `/public/`. */
export function areaPageName(key: string, language: Language): string {
  return `areas/${key}.${language}.html`
}

/** The page of one area without scripts: every published figure of it in tables. Links are relative. */
export function areaPage(area: ReleasedArea, language: Language, demo: boolean): string {
  const messages = AREA_MESSAGES[language]
  const other = language === 'sv' ? 'en' : 'sv'
  const [years, quarters] = [/^\d{4}$/, /Q/].map((kind) =>
    area.figures.filter(({ period }) => kind.test(period)),
  )
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${area.name} – ${messages.site}</title>
</head>
<body>
<main>
<h1>${area.name}</h1>
${demo ? html`<p><strong>${messages.demo}</strong></p>\n` : null}<p>${area.residents === null ? messages.lead(area.name) : `${messages.residents(area.residents)}. ${messages.lead(area.name)}`}</p>
<p>${messages.help}</p>
<p>${area.figures.length === 0 ? messages.none : messages.rounded}</p>
${table(quarters!, messages.quarters, language)}${table(years!, messages.years, language)}<ul>
<li><a href="/?area=${area.key}${language === 'sv' ? '' : '&lang=en'}">${messages.page}</a></li>
<li><a href="../index.html">${messages.all}</a></li>
<li><a href="${area.key}.${other}.html" lang="${other}">${messages.other}</a></li>
</ul>
</main>
</body>
</html>
`.markup
}

function table(figures: ReleasedArea['figures'], title: string, language: Language): Html | null {
  if (figures.length === 0) return null
  const periods = [...new Set(figures.map(({ period }) => period))]
  const kinds = [...new Set(figures.map((figure) => kindText(figure, language)))]
  const cell = (kind: string, period: string) =>
    figures.find((figure) => figure.period === period && kindText(figure, language) === kind)
  return html`<table border="1" cellpadding="6">
<caption>${title}</caption>
<thead><tr><th scope="col">${AREA_MESSAGES[language].kind}</th>${periods.map(
    (period) => html`<th scope="col">${periodText(period as ReleasePeriod).title[language]}</th>`,
  )}</tr></thead>
<tbody>
${kinds.map(
  (kind) => html`<tr><th scope="row">${kind}</th>${periods.map((period) => {
    const figure = cell(kind, period)
    return html`<td>${figure === undefined ? '–' : shownText(figure, language)}</td>`
  })}</tr>
`,
)}</tbody>
</table>
`
}
