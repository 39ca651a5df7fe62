import { TREE_URL } from '../platform/http/public/placed-feed.ts'
import { type Html, html } from '../platform/pages/html.ts'
import type { PublicNotice } from './contract.ts'
import { NOTICE_EVENT_TEXTS } from './messages.ts'

/** Of a feed without entries: equal contents give equal bytes. */
const NEVER = '1970-01-01T00:00:00.000Z'
const TREE = { markup: TREE_URL }
/** What JSON may hold and XML may not. */
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g

const instantOf = ({ publishedAt, correctedAt }: PublicNotice) => correctedAt ?? publishedAt

/**
 * The notices as Atom (RFC 4287), the newest first: ids stay, `updated` is the last correction. Addresses stand below
 * `TREE_URL`, which is put in as it is served, see `placedFeed`.
 *
 * @param cityName null where the city has none
 * @param timeOf an instant by the city's clock, `2026-03-12 14:32`
 */
export function noticeFeed(
  notices: readonly PublicNotice[],
  { cityName, timeOf }: { readonly cityName: string | null; readonly timeOf: (instant: string) => string },
): string {
  const title = cityName === null ? 'Information om trygghet' : `Information om trygghet i ${cityName}`
  const updated = notices.map(instantOf).toSorted().at(-1) ?? NEVER
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>${TREE}notices.atom</id>
<title>${title}</title>
<updated>${updated}</updated>
<link rel="self" type="application/atom+xml" href="${TREE}notices.atom"/>
<link rel="alternate" type="text/html" href="${TREE}index.html"/>
${notices.map((notice) => entry(notice, timeOf))}</feed>
`.markup.replaceAll(NO_CHARACTERS, '')
}

function entry(notice: PublicNotice, timeOf: (instant: string) => string): Html {
  const { id, event, title, owner, source, area, publishedAt, correctedAt } = notice
  return html`<entry>
<id>${TREE}notices/${id}</id>
<title>${title}</title>
<published>${publishedAt}</published>
<updated>${instantOf(notice)}</updated>
<link rel="alternate" type="text/html" href="${TREE}index.html#notice-${id}"/>
<author><name>${owner}</name></author>
<category term="${event}" label="${NOTICE_EVENT_TEXTS.sv[event].name}"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
${paragraphs(notice)}<p>${area} · ${notice.beginsOn} – ${notice.endsOn}</p>
<p>Källa: ${source}${correctedAt === null ? '' : ` · Rättad ${timeOf(correctedAt)}`}</p>
</div></content>
</entry>
`
}

function paragraphs({ text, titleEn, textEn }: PublicNotice): Html {
  const english = titleEn === null || textEn === null ? null : html`<p lang="en">${titleEn}: ${textEn}</p>\n`
  return html`<p>${text}</p>
${english}`
}
