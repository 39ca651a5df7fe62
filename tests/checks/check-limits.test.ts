import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemoCity } from '../../server/demo/city.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

/** Degrees that are about a metre in the demo's latitude, east and north. */
const METRE = [1 / 58_100, 1 / 111_400] as const
const CORNER = [20.2, 58.6] as const

/** A rectangle so many metres east of a corner of the town, so many metres wide and high. */
function block(east: number, width: number, height: number): Json {
  const [x0, x1] = [CORNER[0] + east * METRE[0], CORNER[0] + (east + width) * METRE[0]]
  const [y0, y1] = [CORNER[1], CORNER[1] + height * METRE[1]]
  const ring = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

/** A tile from afar. */
const TILE = '/tiles/hotspots/8/142/76.mvt?'

describe.each(databasesUnderTest)('checks of planners on $kind', (database) => {
  let server: TestServer
  let planner: Call
  let analyst: Call
  beforeAll(async () => {
    // Before anything is connected: on a busy machine it holds this thread up longer than a connection waits.
    const city = buildDemoCity({ incidents: 500 })
    server = await startTestServer({ database, signIn: null })
    await seedDemo(server.storage.repositories, city)
    await server.engine.snapshots.refresh()
    ;[planner, analyst] = [await server.as('planner'), await server.as('analyst')]
  })
  afterAll(() => server?.close())

  const check = (call: Call, geometry: Json, more: object = {}) =>
    call('POST', '/api/check', { body: { geometry, ...more } })
  const repeats = async () =>
    (await (await server.as('admin'))('GET', '/api/audit?kind=repeat')).body.items as readonly Json[]

  it.each([
    ['less than a hectare', block(0, 95, 95), {}],
    ['narrow rings', block(0, 120, 120), { ringMetres: [100, 110] }],
    ['cells of 50 m', block(0, 120, 120), { edgeMetres: 50 }],
  ])('are refused %s, which an analyst may ask', async (_, geometry, more) => {
    expect(problemOf(await check(planner, geometry, more)).code).toBe('forbidden')
    expect((await check(analyst, geometry, more)).status).toBe(200)
  })

  it.each([
    ['27 days', 'from=2026-03-02&to=2026-03-29'],
    ['the month that runs', 'from=2026-11-01'],
    ['a quarter’s weekends', 'from=2026-01-01&to=2026-04-01&weekdays=6,7'],
  ])('share with surfaces that those are refused %s, as figures, table and tiles', async (_, period) => {
    for (const path of ['/api/hotspots?', '/api/hotspots?format=csv&', '/tiles/hotspots.json?', TILE]) {
      const asked = `${path}group=property&${period}`
      expect([path, problemOf(await planner('GET', asked)).code]).toEqual([path, 'forbidden'])
      expect([path, (await analyst('GET', asked)).status < 300]).toEqual([path, true])
    }
  })

  it('share with surfaces that those are of whole months, and say of which', async () => {
    const asked = '/api/hotspots?group=property&from=2025-11-20&to=2027-01-01'
    const queryOf = async (call: Call) => (await call('GET', asked)).body.analysis.query
    expect(await queryOf(planner)).toMatchObject({
      from: expect.stringMatching(/^2025-11-01T00:00/),
      to: expect.stringMatching(/^2026-10-01T00:00/),
    })
    expect(await queryOf(analyst)).toMatchObject({
      from: expect.stringMatching(/^2025-11-20T00:00/),
      to: expect.stringMatching(/^2027-01-01T00:00/),
    })
  })

  it('that nearly repeat one another are told so, and noted for the administrator and for analysts', async () => {
    const first = await check(planner, block(500, 150, 150))
    expect([first.status, first.body.notices]).toEqual([200, []])
    expect((await check(planner, block(500, 150, 150))).body.notices).toEqual([])
    expect(await repeats()).toEqual([])

    const second = await check(planner, block(500, 150, 140))
    expect(second.body.notices).toHaveLength(1)
    expect(second.body.evidence.provenance.notices).toEqual(first.body.evidence.provenance.notices)
    const [noted, ...others] = await repeats()
    expect([noted.actorName, noted.detail, others]).toEqual(['Test planner', { repeated: 1 }, []])
    expect(JSON.stringify(noted)).not.toContain('coordinates')
    expect((await analyst('GET', '/api/repeats')).body.items).toEqual([noted])

    expect((await check(analyst, block(500, 150, 150))).body.notices).toEqual([])
    expect((await check(analyst, block(500, 150, 140))).body.notices).toEqual([])
  })

  it('that are asked again of a time that still runs are noted once the data have grown', async () => {
    const running = { from: '2026-01-01', to: '2027-01-01' }
    const { geometry } = { geometry: block(1400, 150, 150) }
    const before = (await repeats()).length
    expect((await check(planner, geometry, running)).body.notices).toEqual([])
    expect((await check(planner, geometry, running)).body.notices).toEqual([])
    const incident = { source: 'polisen', lon: 20.2, lat: 58.6, from: '2026-11-02T10:00', category: 'theft' }
    const made = await analyst('POST', '/api/incidents', { body: { ...incident, externalId: 'later' } })
    expect(made.status).toBe(201)
    await server.engine.snapshots.refresh()
    expect((await check(planner, geometry, running)).body.notices).toHaveLength(1)
    expect((await repeats()).length).toBe(before + 1)
    const past = { from: '2025-01-01', to: '2026-01-01' }
    await check(planner, block(1900, 150, 150), past)
    expect((await check(planner, block(1900, 150, 150), past)).body.notices).toEqual([])
  })

  it('are watched in reviews too: a proposal moved a little is the same question', async () => {
    const proposal = { type: 'Feature', geometry: block(900, 150, 150), properties: { title: 'Hus' } }
    const { body: made } = await planner('POST', '/api/proposals', { body: proposal })
    expect(made.properties.createdBy).toMatch(/^account\/\d+$/)
    const before = (await repeats()).length
    const open = () => planner('POST', `/api/proposals/${made.id}/reviews`, { body: {} })
    expect((await open()).status).toBe(201)
    expect((await repeats()).length).toBe(before)
    const moved = { ...proposal, geometry: block(905, 150, 150) }
    await planner('PUT', `/api/proposals/${made.id}`, { body: moved, headers: { 'if-match': '"1"' } })
    expect((await open()).status).toBe(201)
    expect((await repeats()).length).toBe(before + 1)
  })
})
