import sax from 'sax'
import { describe, expect, it } from 'vitest'
import { noticeFeed } from '../../server/notices/notice-feed.ts'
import type { PublicNotice } from '../../server/notices/contract.ts'
import { placeFeed } from '../../server/platform/http/public/placed-feed.ts'

const ATOM = 'http://www.w3.org/2005/Atom'
const XHTML = 'http://www.w3.org/1999/xhtml'
const CITY = '6f1f0d1e-58a4-4a0c-8e0a-0c8d7b1f2a3b'
const NOTICE: PublicNotice = {
  id: 7,
  event: 'lighting',
  title: 'Trasig belysning & <skymd> sikt',
  text: 'Lampan "vid bänken" lagas på måndag.',
  titleEn: 'Broken light',
  textEn: 'The lamp is mended on Monday.',
  agreedWith: [],
  source: 'Trafikkontoret',
  owner: 'Trafikkontoret',
  area: 'Stortorget',
  districts: ['Centrum'],
  beginsOn: '2026-06-01',
  endsOn: '2026-06-03',
  publishedAt: '2026-06-01T12:00:00.000Z',
  correctedAt: null,
}

interface Element {
  readonly name: string
  readonly namespace: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Parses XML strictly, with namespaces: whatever is not well-formed throws. */
function parsed(xml: string): Element {
  const parser = sax.parser(true, { xmlns: true })
  const root: Element = { name: '', namespace: '', attributes: {}, children: [], text: '' }
  const path = [root]
  Object.assign(parser, {
    onerror: (error: Error) => {
      throw error
    },
    onopentag: (tag: unknown) => {
      const { local, uri, attributes } = tag as sax.QualifiedTag
      const values = Object.entries(attributes).map(([name, { value }]) => [name, value] as const)
      const element: Element = {
        name: local,
        namespace: uri,
        attributes: Object.fromEntries(values),
        children: [],
        text: '',
      }
      path.at(-1)!.children.push(element)
      path.push(element)
    },
    onclosetag: () => void path.pop(),
    ontext: (text: string) => {
      path.at(-1)!.text += text
    },
  })
  parser.write(xml).close()
  return root.children[0]!
}

const feedOf = (notices: readonly PublicNotice[], treeUrl = 'https://stad.example/public/') => {
  const city = { cityId: CITY, cityName: 'Exempelstad', timeOf: (instant: string) => instant }
  return parsed(placeFeed(Buffer.from(noticeFeed(notices, city)), treeUrl).toString())
}
const named = ({ children }: Element, name: string) =>
  children.filter((child) => child.namespace === ATOM && child.name === name)
const one = (element: Element, name: string): Element => {
  expect(named(element, name).map(({ name: found }) => found)).toEqual([name])
  return named(element, name)[0]!
}
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/
const linkOf = (element: Element, rel: string) =>
  named(element, 'link').filter(({ attributes }) => attributes['rel'] === rel)

/** What RFC 4287 requires of a feed (4.1.1) and of an entry (4.1.2). */
function expectRequired(element: Element): void {
  expect(new URL(one(element, 'id').text).protocol).toBe('urn:')
  expect(one(element, 'title').text).not.toBe('')
  expect(one(element, 'updated').text).toMatch(RFC3339)
  for (const author of named(element, 'author')) expect(one(author, 'name').text).not.toBe('')
  for (const link of named(element, 'link')) expect(new URL(link.attributes['href']!).protocol).toBe('https:')
  const alternates = linkOf(element, 'alternate').map(
    ({ attributes: { type, hreflang } }) => `${type} ${hreflang}`,
  )
  expect(new Set(alternates).size).toBe(alternates.length)
}

describe('the feed of notices, by RFC 4287', () => {
  it('has one id, title and time, an author, its own address and a language, with entries or none', () => {
    for (const notices of [[], [NOTICE], [NOTICE, { ...NOTICE, id: 8 }]]) {
      const feed = feedOf(notices)
      expect([feed.namespace, feed.name, feed.attributes['xml:lang']]).toEqual([ATOM, 'feed', 'sv'])
      expectRequired(feed)
      expect(named(feed, 'author')).toHaveLength(1)
      expect(linkOf(feed, 'self')[0]!.attributes).toMatchObject({
        type: 'application/atom+xml',
        href: 'https://stad.example/public/notices.atom',
      })
      const entries = named(feed, 'entry')
      expect(entries).toHaveLength(notices.length)
      for (const entry of entries) expectRequired(entry)
      expect(new Set(entries.map((entry) => one(entry, 'id').text)).size).toBe(notices.length)
    }
  })

  it('has entries whose content is one division of XHTML, with its English marked as such', () => {
    const [entry] = named(feedOf([NOTICE]), 'entry')
    expect(one(entry!, 'title').text).toBe(NOTICE.title)
    expect(one(one(entry!, 'author'), 'name').text).toBe('Trafikkontoret')
    expect(one(entry!, 'published').text).toMatch(RFC3339)
    const content = one(entry!, 'content')
    expect(content.attributes['type']).toBe('xhtml')
    expect(content.children.map(({ namespace, name }) => [namespace, name])).toEqual([[XHTML, 'div']])
    const paragraphs = content.children[0]!.children
    expect(paragraphs[0]!.text).toBe(NOTICE.text)
    expect(paragraphs[1]!.attributes).toMatchObject({ 'xml:lang': 'en', lang: 'en' })
  })

  it('keeps the ids of a notice when it is corrected, and when the feed is served or copied elsewhere', () => {
    const idsOf = (feed: Element) => [feed, ...named(feed, 'entry')].map((each) => one(each, 'id').text)
    const here = idsOf(feedOf([NOTICE]))
    const corrected = { ...NOTICE, text: 'På tisdag.', correctedAt: '2026-06-01T13:00:00.000Z' }
    const elsewhere = feedOf([corrected], 'https://kopia.example/a&b/')
    expect(idsOf(elsewhere)).toEqual(here)
    expect(one(named(elsewhere, 'entry')[0]!, 'updated').text).toBe(corrected.correctedAt)
    expect(one(elsewhere, 'updated').text).toBe(corrected.correctedAt)
    for (const id of here) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('stays well-formed whatever characters people paste into a notice', () => {
    const text = 'a\u0000b\u0008c\u000Bd\uFFFEe\uD800f\uDC00g 😀 ]]> &tree; &#0; <script>'
    const [entry] = named(feedOf([{ ...NOTICE, title: text, text, source: text }]), 'entry')
    expect(one(entry!, 'title').text).toBe('abcdefg 😀 ]]> &tree; &#0; <script>')
  })
})
