import type { Language } from '../../platform/language.ts'
import { html } from '../../platform/pages/html.ts'
import { periodText, type ReleasePeriod } from '../../releases/index.ts'
import { AREA_MESSAGES, kindText, shownText } from './area-messages.ts'
import { areaPageName } from './area-page.ts'
import type { ReleasedArea } from './released-areas.ts'

export interface StartDocument {
  /** The built page. */
  readonly shell: string
  readonly language: Language
  /** Scheme and host, without a slash at the end. */
  readonly baseUrl: string
  readonly areas: readonly ReleasedArea[]
  /** Key or name of the area that the address asks for; null = the start. */
  readonly requested: string | null
  /** Whether the address names the public's page; `/` may be a signed-in person's, who gets no words of another page. */
  readonly isNamed: boolean
}

const TITLE = /<title>[^<]*<\/title>/
const DESCRIPTION = /<meta name="description"[^>]*>/
const LANGUAGE = /<html lang="\w+">/
/** Where the first words stand until the page's code has come. */
const WORDS = /<!-- words -->/
/** Where the built page lists what can be read without scripts. */
const TABLES = /<!-- tables -->/
const MAX_KINDS = 2

/**
 * The page as it is sent: title, description and share card of the start or of an area, and for those without scripts
 * links to readable tables. All words are of published releases; what matches no area is the start.
 */
export function startDocument(document: StartDocument): string {
  const { shell, language, baseUrl, areas, requested, isNamed } = document
  const messages = AREA_MESSAGES[language]
  const area = areas.find(({ key, name }) => key === requested || name === requested) ?? null
  const title = area === null ? messages.site : `${area.name} – ${messages.site}`
  const description = area === null ? messages.about : descriptionOf(area, language)
  const params = new URLSearchParams({
    ...(area === null ? { page: 'start' } : { area: area.key }),
    ...(language !== 'sv' && { lang: language }),
  })
  const address = `${baseUrl}/?${params}`
  const card = html`<title>${title}</title>
    <link rel="canonical" href="${address}" />
    <meta property="og:type" content="website" />
    <meta property="og:locale" content="${language === 'sv' ? 'sv_SE' : 'en_GB'}" />
    <meta property="og:title" content="${title}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:image" content="${baseUrl}/share.png" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta name="twitter:card" content="summary_large_image" />`.markup
  const described = html`<meta name="description" content="${description}" />
    <meta property="og:description" content="${description}" />`.markup
  return shell
    .replace(LANGUAGE, () => `<html lang="${language}">`)
    .replace(TITLE, () => card)
    .replace(DESCRIPTION, () => described)
    .replace(WORDS, () => (isNamed ? firstWords(area, language) : html`<h1>Lägesbild</h1>`.markup))
    .replace(TABLES, () => tableLinks(area === null ? areas : [area], language))
}

/** The newest published figures in a line, as a search engine or a message shows it. */
function descriptionOf({ name, figures }: ReleasedArea, language: Language): string {
  const { lead, rounded } = AREA_MESSAGES[language]
  const [newest] = figures
  if (newest === undefined) return lead(name)
  const period = periodText(newest.period as ReleasePeriod).title[language]
  const parts = figures
    .filter(({ period: other }) => other === newest.period)
    .slice(0, MAX_KINDS)
    .map((figure) => `${kindText(figure, language)}: ${shownText(figure, language)}`)
  return `${lead(name)} ${period}: ${parts.join('; ')}. ${rounded.split('. ')[0]!}.`
}

/** What can be read before any code has come: what the page is about, the newest figures, and where to turn. */
function firstWords(area: ReleasedArea | null, language: Language): string {
  const messages = AREA_MESSAGES[language]
  return html`<h1>${area?.name ?? messages.site}</h1>
        <p class="lead">${area === null ? messages.about : descriptionOf(area, language)}</p>
        <p>${messages.help}</p>`.markup
}

function tableLinks(areas: readonly ReleasedArea[], language: Language): string {
  return html`<ul>
${areas.map(
  ({ key, name }) => html`<li><a href="/public/${areaPageName(key, language)}">${name}</a></li>
`,
)}</ul>`.markup
}
