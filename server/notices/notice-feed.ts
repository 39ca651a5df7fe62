import { sha256Hex } from '../engine/hashes/canonical-json.ts'
import { TREE_URL } from '../platform/http/public/placed-feed.ts'
import { type Html, html } from '../platform/pages/html.ts'
import type { PublicNotice } from './contract.ts'
import { NOTICE_EVENT_TEXTS } from './messages.ts'

/** Of a feed without entries: equal contents give equal bytes. */
const NEVER = '1970-01-01T00:00:00.000Z'
const TREE = { markup: TREE_URL }
/** What JSON may hold and XML may not: control characters, halves of a pair, and two that are no characters. */
const NO_CHARACTERS =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

const instantOf = ({ publishedAt, correctedAt }: PublicNotice) => correctedAt ?? publishedAt

interface FeedCity {
  readonly cityId: string
  readonly cityName: string | null
  readonly timeOf: (instant: string) => string
}

/**
 * The notices as Atom (RFC 4287), the newest first: `updated` is the last correction, and ids stay wherever the feed is
 * served or copied to. Addresses stand below `TREE_URL`, which is put in as it is served, see `placedFeed`.
 *
 * @param cityId a UUID of the city's own, which never changes
 * @param cityName null where the city has none
 * @param timeOf an instant by the city's clock, `2026-03-12 14:32`
 */
export function noticeFeed(notices: readonly PublicNotice[], { cityId, cityName, timeOf }: FeedCity): string {
  const title = cityName === null ? 'Information om trygghet' : `Information om trygghet i ${cityName}`
  const updated = notices.map(instantOf).toSorted().at(-1) ?? NEVER
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
<id>urn:uuid:${cityId}</id>
<title>${title}</title>
<updated>${updated}</updated>
<author><name>${cityName ?? 'Staden'}</name></author>
<link rel="self" type="application/atom+xml" href="${TREE}notices.atom"/>
<link rel="alternate" type="text/html" href="${TREE}index.html"/>
${notices.map((notice) => entry(notice, entryId(cityId, notice.id), timeOf))}</feed>
`.markup.replaceAll(NO_CHARACTERS, '')
}

/** A UUID of version 8 (RFC 9562) from the hash of the city's and the notice's number. */
function entryId(cityId: string, id: number): string {
  const hex = sha256Hex(`${cityId}/notices/${id}`)
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)]
  return [...parts, hex.slice(20, 32)].join('-')
}

function entry(notice: PublicNotice, uuid: string, timeOf: (instant: string) => string): Html {
  const { id, event, title, owner, source, area, publishedAt, correctedAt } = notice
  return html`<entry>
<id>urn:uuid:${uuid}</id>
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
  const english =
    titleEn === null || textEn === null ? null : html`<p lang="en" xml:lang="en">${titleEn}: ${textEn}</p>\n`
  return html`<p>${text}</p>
${english}`
}
