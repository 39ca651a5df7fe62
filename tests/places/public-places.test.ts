import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import type { PublicContents } from '../../server/releases/release.ts'
import type { FiledDocument } from '../../server/reviews/documents/filed-document.ts'
import { rectangle } from '../support/cities/rectangle.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { placeContents, publishAsIs } from '../support/published-releases.ts'
import { FIXTURE_AREAS, quarterContents } from '../support/release-fixture.ts'
import { type Call, moved, opened } from '../support/review-steps.ts'
import { problemOf } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const BOARD = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }
const SOURCE = { id: 'police', controller: 'The police', legalBasis: 'Test', purpose: 'Test' }
const [LON, LAT] = createProjection(3006).toWgs84(X + 50, Y + 50)
const INCIDENT = {
  source: 'police',
  externalId: 'one',
  lon: LON,
  lat: LAT,
  from: '2024-02-01T12:00',
  category: 'theft',
  setting: 'outdoor',
  precision: 'address',
}
const FOUR_WEEKS = ['2024-01-22', '2024-02-19'] as const

describe.each(databasesUnderTest)('the figures of a place, on the $kind database', (database) => {
  let server: TestServer
  let planner: Call
  let coordinator: Call
  /** A place, and one across the border of two districts. */
  let [square, across] = [0, 0]
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    const { features, releases } = server.storage.repositories
    const insert = async (kind: 'place' | 'study', box: readonly [number, number, number, number]) =>
      (await features.insert('areas', squareArea(0, kind, box))).id
    await insert('study', [X, Y, 4000, 2000])
    square = await insert('place', [X, Y, 400, 400])
    across = await insert('place', [X + 1800, Y, 400, 400])
    await server.engine.snapshots.refresh()
    const analyst = await server.as('analyst')
    await analyst('POST', '/api/sources', { body: SOURCE })
    await analyst('POST', '/api/incidents', { body: [INCIDENT] })
    await server.engine.snapshots.refresh()
    for (const [k, from] of FOUR_WEEKS.entries())
      await publishAsIs(releases, placeContents(square, from, 10 + 5 * k))
    planner = await server.as('planner')
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const publish = (call: Call, id: number) => call('POST', `/api/places/${id}/publication`, { body: BOARD })
  const withdraw = (id: number) => coordinator('DELETE', `/api/places/${id}/publication?reason=ny+avtal`)

  /** What a document about a site would give of places, and its page. */
  async function previewOf([x, y, width, height]: readonly [number, number, number, number]) {
    const ring = rectangle(X + x, Y + y, width, height).coordinates[0]!
    const corners = ring.map(([east, north]) => server.storage.projection.toWgs84(east!, north!))
    const geometry = { type: 'Polygon', coordinates: [corners] }
    const proposal = { type: 'Feature', geometry, properties: { title: 'Bänkar' } }
    const { body: made } = await planner('POST', '/api/proposals', { body: proposal })
    const review = await opened(planner, made.id)
    const { body } = await planner('GET', `/api/reviews/${review.id}/document-preview`)
    return { review, preview: body, document: body.document as FiledDocument }
  }
  const INSIDE = [100, 100, 100, 100] as const

  it('are for its partners until a board publishes them', async () => {
    const { preview, document } = await previewOf(INSIDE)
    expect(document.places).toEqual([])
    expect(preview).toMatchObject({ hasFigures: false, places: [] })
    const { body } = await coordinator('GET', `/api/places/${square}`)
    expect(body.publication).toBeNull()
  })

  it('are made public by coordinators only, with a stored decision and an audit event', async () => {
    expect((await publish(planner, square)).status).toBe(403)
    const body = { ...BOARD, section: 0 }
    expect(problemOf(await coordinator('POST', `/api/places/${square}/publication`, { body })).code).toBe(
      'invalid-body',
    )
    const published = await publish(coordinator, square)
    expect(published.body).toMatchObject({ id: square, publication: { board: BOARD } })
    expect(problemOf(await publish(coordinator, square)).code).toBe('conflict')
    const listed = (await planner('GET', '/api/places')).body.items
    expect(listed.map((place: { publication: unknown }) => place.publication !== null)).toEqual([true, false])
    const admin = await server.as('admin')
    const { items } = (await admin('GET', '/api/audit?kind=publish')).body
    const { decidedOn, section } = BOARD
    expect(items[0]).toMatchObject({
      action: 'publishPlace',
      subject: `place/${square}`,
      detail: { decidedOn, section },
    })
  })

  it('are in the document of a site within it: map, page and preview', async () => {
    const { review, preview, document } = await previewOf(INSIDE)
    expect(preview).toMatchObject({ hasFigures: true, places: ['Torget'] })
    const [place] = document.places!
    expect(place).toMatchObject({ name: 'Torget', ringMetres: 100, board: BOARD })
    expect(place!.figures.map(({ zone, from, count }) => [zone, from, count])).toEqual([
      ['place', '2024-01-22', 10],
      ['ring', '2024-01-22', 'few'],
      ['place', '2024-02-19', 15],
      ['ring', '2024-02-19', 'few'],
    ])
    expect(document.map.places).toEqual([{ name: 'Torget', rings: [expect.any(Array)] }])
    const locked = await moved(coordinator, await moved(planner, review, 'screening'), 'evidence_locked')
    const filed = (await planner('GET', `/api/reviews/${locked.id}/handling`)).body.handling
    expect(filed.places).toEqual(document.places)
    const page = (await planner('GET', `/reviews/${locked.id}`)).body as string
    expect(page).toContain('Platssamverkan Torget, fyra veckor i taget')
    expect(page).toContain('Södra stadsdelsnämnden har låtit vara offentliga: 12 mars 2026, § 14.')
    expect(page).toContain('<td class="words">100 m runt om</td>')
    const english = (await planner('GET', `/reviews/${locked.id}?lang=en`)).body as string
    expect(english).toContain('Place collaboration Torget, four weeks at a time')
  })

  it('are in no document of a site with less than half in it', async () => {
    expect((await previewOf([340, 100, 100, 100])).document.places).toHaveLength(1)
    expect((await previewOf([360, 100, 100, 100])).document.places).toEqual([])
  })

  it('are not made public where with the releases they disclose a hidden figure', async () => {
    const { releases } = server.storage.repositories
    const planar = rectangle(X + 1800, Y, 400, 400)
    await publishAsIs(releases, placeContents(across, '2024-04-15', 5, { planar }))
    // Five on the border of two districts, both released as few: at least one of the counts is positive.
    await publishAsIs(releases, districtsWithFew('2024-Q2'))
    const refused = problemOf(await publish(coordinator, across))
    expect(refused).toMatchObject({ code: 'conflict' })
    expect(refused.detail).toMatch(/^With the figures of place 0, \d+ hidden figures could be narrowed down/)
    expect((await coordinator('GET', `/api/places/${across}`)).body.publication).toBeNull()
    // The other place's figures bring that about in no way.
    expect((await withdraw(square)).body.publication).toBeNull()
    expect((await publish(coordinator, square)).status).toBe(200)
  })

  it('are withdrawn with a reason: filed documents keep them, later ones lack them', async () => {
    expect((await coordinator('DELETE', `/api/places/${square}/publication`)).status).toBe(400)
    const { review } = await previewOf(INSIDE)
    const locked = await moved(coordinator, await moved(planner, review, 'screening'), 'evidence_locked')
    expect((await withdraw(square)).body.publication).toBeNull()
    expect(problemOf(await withdraw(square)).code).toBe('conflict')
    expect((await previewOf(INSIDE)).document.places).toEqual([])
    const { handling: publicDocument } = (await planner('GET', `/api/reviews/${locked.id}/handling`)).body
    expect(publicDocument.places).toHaveLength(1)
  })
})

function districtsWithFew(period: PublicContents['period']): PublicContents {
  const figure = { register: 'police', group: 'property', period, count: 'few' } as const
  return {
    ...quarterContents(period),
    areaFigures: FIXTURE_AREAS.map(({ key }) => ({ ...figure, area: key })),
  }
}
