import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const NOON = Date.parse('2026-06-01T12:00Z')
const DAY_MS = 86_400_000
const NOTICE = {
  event: 'lighting',
  title: 'Trasig belysning & skymd sikt',
  text: 'Lampan vid bänken <lagas> på måndag.',
  source: 'Trafikkontoret',
  owner: 'Trafiknämnden',
  beginsOn: '2026-06-01',
  endsOn: '2026-06-03',
}
const PUBLISHED = { ...NOTICE, state: 'published', audience: 'public' }

describe.each(databasesUnderTest)('notices on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let nowMs = NOON
  let place = 0
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: { nowMs: () => nowMs } })
    const { features } = server.storage.repositories
    await features.insert('areas', squareArea(0, 'district', [X, Y, 2000, 2000]))
    place = (await features.insert('areas', squareArea(1, 'place', [X + 200, Y + 200, 400, 400]))).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const add = (body: object) => coordinator('POST', '/api/notices', { body: { areaId: place, ...body } })
  const change = ({ body: { id, revision } }: Json, patch: object) =>
    coordinator('PATCH', `/api/notices/${id}`, { body: patch, headers: { 'if-match': `"${revision}"` } })
  const files = async () => {
    await server.engine.publishing.load()
    const [json, feed] = await Promise.all(
      ['notices.json', 'notices.atom'].map((name) => fetch(`${server.url}/public/${name}`)),
    )
    expect([json!.headers.get('set-cookie'), json!.headers.get('cache-control')]).toEqual([null, 'no-cache'])
    expect(feed!.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    return { notices: (await json!.json()).notices as Json['body'][], feed: await feed!.text() }
  }

  it('are public once published, show when they were corrected, and end on their last day', async () => {
    nowMs = NOON
    const prepared = await add(NOTICE)
    expect(prepared.body).toMatchObject({ status: 'prepared', publishedAt: null })
    expect((await files()).notices).toEqual([])
    const published = await change(prepared, { state: 'published', audience: 'public' })
    const [shown] = (await files()).notices
    expect(shown).toMatchObject({
      title: NOTICE.title,
      districts: ['district 0'],
      area: 'place 1',
      correctedAt: null,
    })
    nowMs += 60_000
    const corrected = await change(published, { text: 'Lampan lagas på tisdag.' })
    const { notices, feed } = await files()
    expect(notices[0]).toMatchObject({
      text: 'Lampan lagas på tisdag.',
      correctedAt: '2026-06-01T12:01:00.000Z',
    })
    expect(notices[0]!.publishedAt).toBe('2026-06-01T12:00:00.000Z')
    for (const part of [
      `<link rel="self" type="application/atom+xml" href="${server.url}/public/notices.atom"/>`,
      `<title>Trasig belysning &amp; skymd sikt</title>`,
      '<updated>2026-06-01T12:01:00.000Z</updated>',
      'Rättad 2026-06-01 14:01',
    ])
      expect(feed).toContain(part)
    nowMs = NOON + 3 * DAY_MS
    const after = await files()
    expect([after.notices, after.feed.includes('<entry>')]).toEqual([[], false])
    nowMs = NOON
    const history = await coordinator('GET', `/api/notices/${corrected.body.id}/history`)
    expect(history.body.items.map(({ state, text }: Json['body']) => [state, text])).toEqual([
      ['prepared', NOTICE.text],
      ['published', NOTICE.text],
      ['published', 'Lampan lagas på tisdag.'],
    ])
  })

  it('end at once when a person ends them, and stay ended', async () => {
    nowMs = NOON
    const ended = await change(await add(PUBLISHED), { state: 'ended' })
    expect((await files()).notices.map(({ id }) => id)).not.toContain(ended.body.id)
    expect((await change(ended, { text: 'Igen' })).body.problems[0].field).toBe('state')
  })

  it.each([
    ['a blank that nobody filled in', { text: 'Lagas [dag].' }, 'text'],
    ['violence that is agreed with nobody', { event: 'violence' }, 'agreedWith'],
    ['one without a last day', { endsOn: null }, 'endsOn'],
    ['one that ends before it begins', { endsOn: '2026-05-31' }, 'endsOn'],
    ['one that has passed', { beginsOn: '2026-05-01', endsOn: '2026-05-31' }, 'endsOn'],
    ['one of more than 92 days', { endsOn: '2026-09-01' }, 'endsOn'],
    ['an English title without its text', { titleEn: 'Broken lights' }, 'titleEn'],
    ['one that is for the parties alone', { audience: 'parties' }, 'audience'],
  ])('are refused as %s, naming the field, in Swedish too', async (_, body, field) => {
    nowMs = NOON
    const refused = await add({ ...PUBLISHED, ...body })
    expect([refused.status, refused.body.problems[0].field]).toEqual([422, field])
  })

  it('refuse a phone number in their text', async () => {
    const refused = await add({ ...PUBLISHED, text: 'Ring 070-123 45 67.' })
    expect([refused.status, refused.body.problems[0].field]).toEqual([400, 'text'])
  })
})
