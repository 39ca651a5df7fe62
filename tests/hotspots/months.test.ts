import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const { toWgs84 } = createProjection(3006)
const [EAST, NORTH] = [674_000, 6_580_000]
const corner = (dx: number, dy: number) => [...toWgs84(EAST + dx, NORTH + dy)]
const STUDY = {
  type: 'Feature',
  geometry: {
    type: 'Polygon',
    coordinates: [[corner(0, 0), corner(2000, 0), corner(2000, 2000), corner(0, 2000), corner(0, 0)]],
  },
  properties: { kind: 'study', name: 'Staden' },
}
const NOW = Date.parse('2026-11-10T12:00:00Z')
const SOURCE = {
  id: 'polisen',
  controller: 'Polisen',
  legalBasis: 'Avtal',
  purpose: 'Lägesbild',
  audiences: ['planner', 'coordinator', 'analyst'],
  coversFrom: '2026-01-01',
  coversTo: '2026-11-09',
}
/** Local times; one lies in February in the city and in January in UTC, one in a dwelling, one outside the city. */
const RECORDED = [
  { from: '2026-01-15T12:00' },
  { from: '2026-02-01T00:30' },
  { from: '2026-02-10T12:00', setting: 'dwelling' },
  { from: '2026-02-10T12:00', at: [9000, 9000] },
  { from: '2026-05-31T23:59', category: 'violence' },
  { from: '2026-10-31T23:59' },
  { from: '2026-11-05T12:00' },
] as const

interface Periods {
  readonly step: string
  readonly periods: readonly { readonly from: string; readonly to: string; readonly incidents: number }[]
}

describe.each(databasesUnderTest)('counts by month on $kind', (database) => {
  let server: TestServer
  let planner: Call
  let analyst: Call

  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: { nowMs: () => NOW }, signIn: null })
    ;[planner, analyst] = [await server.as('planner'), await server.as('analyst')]
    expect((await analyst('POST', '/api/areas', { body: STUDY })).status).toBe(201)
    expect((await analyst('POST', '/api/sources', { body: SOURCE })).status).toBe(201)
    const rows = RECORDED.map((recorded, k) => {
      const [dx, dy] = 'at' in recorded ? recorded.at : [500, 500]
      const [lon, lat] = corner(dx, dy)
      return {
        externalId: `r${k}`,
        source: SOURCE.id,
        lon,
        lat,
        from: recorded.from,
        category: 'category' in recorded ? recorded.category : 'theft',
        setting: 'setting' in recorded ? recorded.setting : 'outdoor',
        precision: 'address',
      }
    })
    expect((await analyst('POST', '/api/incidents', { body: rows })).status).toBe(201)
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  const counted = async (call: Call, query: string): Promise<Periods> => {
    const { status, body } = await call('GET', `/api/hotspot-months?${query}`)
    expect([status, body.code]).toEqual([200, undefined])
    return body
  }
  const some = ({ periods }: Periods) =>
    periods.filter(({ incidents }) => incidents > 0).map(({ from, incidents }) => [from, incidents])

  it('counts rows for analysts by the city’s months, those outside the city left out', async () => {
    const months = await counted(analyst, 'group=property')
    expect(months.step).toBe('month')
    expect(months.periods).toHaveLength(11)
    expect(some(months)).toEqual([
      ['2026-01-01', 1],
      ['2026-02-01', 2],
      ['2026-10-01', 1],
      ['2026-11-01', 1],
    ])
  })

  it('counts units for planners: closed months, nothing in a dwelling, people by quarter, categories by year', async () => {
    const months = await counted(planner, 'group=property')
    expect(some(months)).toEqual([
      ['2026-01-01', 1],
      ['2026-02-01', 1],
      ['2026-10-01', 1],
    ])
    expect(months.periods.at(-1)).toEqual({ from: '2026-10-01', to: '2026-11-01', incidents: 1 })
    const people = await counted(planner, 'group=people')
    expect([people.step, some(people)]).toEqual(['quarter', [['2026-04-01', 1]]])
    // The quarter of the last closed month has not closed.
    expect(people.periods.at(-1)).toMatchObject({ from: '2026-07-01', to: '2026-10-01' })
    // The year of all incidents has not closed.
    expect(await counted(planner, 'category=theft')).toMatchObject({ step: 'year', periods: [] })
  })

  it.each(['2026-01', '2026-02', '2026-05', '2026-10'])(
    'has in %s what the surface of that month counts',
    async (month) => {
      for (const call of [planner, analyst]) {
        const { periods } = await counted(call, 'group=property')
        const { from, to, incidents } = periods.find((period) => period.from.startsWith(month))!
        const surface = await call(
          'GET',
          `/api/hotspots?format=summary&cell=50&group=property&from=${from}&to=${to}`,
        )
        expect(surface.body.analysis.incidents).toBe(incidents)
      }
    },
  )

  it('refuses a period, and all groups together for planners', async () => {
    expect((await analyst('GET', '/api/hotspot-months?group=property&from=2026-01-01')).status).toBe(400)
    expect((await planner('GET', '/api/hotspot-months?group=all')).status).toBe(403)
    expect((await analyst('GET', '/api/hotspot-months')).status).toBe(400)
  })
})
