import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../server/engine/hashes/canonical-json.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import type { Json } from '../support/serving/api-client.ts'
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
    coordinates: [[corner(0, 0), corner(3000, 0), corner(3000, 3000), corner(0, 3000), corner(0, 0)]],
  },
  properties: { kind: 'study', name: 'Staden' },
}
/** A row of the API, its place in metres from the corner. */
interface PlacedRow {
  readonly at: readonly [dx: number, dy: number]
  readonly [field: string]: unknown
}
const source = (id: string, register: string) => ({
  id,
  register,
  controller: id,
  legalBasis: 'Avtal',
  purpose: 'Lägesbild',
  audiences: ['planner', 'coordinator', 'analyst'],
})
const SURFACES = [
  'cell=50&group=property&from=2026-03-01&to=2026-10-01',
  'cell=200&group=people&from=2025-01-01&to=2026-10-01',
  'cell=400&category=graffiti,litter&from=2025-02-02&to=2025-03-03',
  'cell=200&group=order&hours=22-6&weekdays=6,7&to=2026-01-01',
] as const
/** The responses of each database, by request. */
const disclosedByFirst = new Map<string, unknown>()

describe.each(databasesUnderTest)('surfaces of planners on $kind', (database) => {
  const clock = { ms: 0, nowMs: () => clock.ms }
  let server: TestServer
  let planner: Call
  let analyst: Call
  let recorded = 0

  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock, signIn: null })
    await itIs('2026-11-10T12:00:00Z')
    expect((await analyst('POST', '/api/areas', { body: STUDY })).status).toBe(201)
    for (const body of [source('polisen', 'police'), source('staden', 'city'), source('tyst', 'other')])
      expect((await analyst('POST', '/api/sources', { body })).status).toBe(201)
    await record(
      ...Array.from({ length: 160 }, (_, k) => ({
        at: [100 + ((k * 97) % 2800), 100 + ((k * 211) % 2800)] as const,
        from: `202${5 + (k % 2)}-0${1 + (k % 9)}-1${k % 10}T${10 + (k % 14)}:30`,
        category: ['violence', 'vandalism', 'graffiti', 'litter', 'disorder'][k % 5],
        source: k % 3 === 0 ? 'polisen' : 'staden',
      })),
      { at: [1500, 1500], from: '2026-05-05T11:00', category: 'litter', setting: 'unknown', source: 'tyst' },
    )
  })
  afterAll(() => server?.close())

  /** Sets the clock; sessions expire, so people sign in again. */
  async function itIs(time: string) {
    clock.ms = Date.parse(time)
    server.people.renew('planner')
    server.people.renew('analyst')
    ;[planner, analyst] = [await server.as('planner'), await server.as('analyst')]
  }

  async function record(...rows: readonly PlacedRow[]) {
    const body = rows.map(({ at, ...row }) => {
      const [lon, lat] = corner(...at)
      const own = { source: 'polisen', setting: 'outdoor', precision: 'address', ...row }
      return { externalId: `r${recorded++}`, lon, lat, ...own }
    })
    expect((await analyst('POST', '/api/incidents', { body })).status).toBe(201)
    await server.engine.snapshots.refresh()
  }

  /** All responses on cells to a caller, without headers of time. */
  async function disclosed(who: Call): Promise<readonly unknown[]> {
    const answers: unknown[] = [(await who('GET', '/api/layers')).body]
    for (const search of SURFACES) {
      for (const format of ['geojson', 'csv'])
        answers.push((await who('GET', `/api/hotspots?${search}&format=${format}&empty=true`)).body)
      const tileJson = (await who('GET', `/tiles/hotspots.json?${search}`)).body
      answers.push({ ...tileJson, tiles: null })
      const tile = await who('GET', `/tiles/hotspots/13/4507/2409.mvt?${search}`)
      answers.push([tile.status, tile.headers.get('etag'), tile.body])
    }
    return answers
  }

  const withoutVersions = (value: unknown): Json =>
    JSON.parse(JSON.stringify(value, (name, own) => (/version|cutAt/i.test(name) ? null : own)))

  it('are the same on every database, and state their cut', async () => {
    const answers = await disclosed(planner)
    const kept = disclosedByFirst.get('first') ?? answers
    disclosedByFirst.set('first', kept)
    expect(withoutVersions(answers)).toEqual(withoutVersions(kept))
    const { body } = await planner('GET', '/api/hotspots?group=people')
    expect(body.analysis.units).toEqual({
      cell: 50,
      step: 'quarter',
      cutAt: '2026-11-10T12:00:00.000Z',
      withoutSetting: ['tyst'],
    })
    expect(body.analysis.query.to).toBe('2026-10-01T00:00+02:00')
  })

  it('do not change between two cuts, and include all changes with the next', async () => {
    const [before, known] = [await disclosed(planner), await disclosed(analyst)]
    await record(
      { at: [300, 300], from: '2026-04-04T12:00', category: 'vandalism' },
      { at: [-40_000, 9000], from: '2020-01-01T12:00', category: 'graffiti' },
      { at: [310, 300], from: '2026-11-09T12:00', category: 'violence' },
    )
    expect(await disclosed(planner)).toEqual(before)
    expect(await disclosed(analyst)).not.toEqual(known)
    await itIs('2026-12-06T12:00:00Z')
    const after = await disclosed(planner)
    expect(after).not.toEqual(before)
  })

  it('do not change by a cut whose new incidents may be in dwellings, are flagged or sensitive', async () => {
    const figures = async () =>
      withoutVersions(await disclosed(planner)).map((disclosed: Json) => sha256Hex(JSON.stringify(disclosed)))
    const before = await figures()
    const at = [1500, 1500] as const
    await record(
      { at, from: '2026-03-05T10:00', category: 'graffiti', setting: 'dwelling' },
      { at, from: '2026-03-05T23:30', category: 'burglary', setting: 'unknown' },
      { at, from: '2026-03-05T10:00', category: 'violence', setting: 'unknown' },
      { at, from: '2026-03-05T10:00', category: 'sexual_offence' },
      { at, from: '2026-03-05T10:00', category: 'disorder', flags: ['elder_crime'] },
      { at, from: '2019-03-05T10:00', category: 'vandalism', setting: 'dwelling' },
      { at, from: '2026-03-05T10:00', category: 'vandalism', setting: 'dwelling', source: 'tyst' },
      { at, from: '2026-03-05T10:00', category: 'litter', flags: ['elder_crime'], source: 'tyst' },
    )
    const { madeAt } = (await planner('GET', '/api/unit-cuts')).body
    await itIs('2027-01-06T12:00:00Z')
    expect(await figures()).toEqual(before)
    expect((await planner('GET', '/api/unit-cuts')).body.madeAt).not.toBe(madeAt)
  })

  it('refuse finer queries and open periods, with the reason', async () => {
    const refusal = async (search: string) => {
      const { body } = await planner('GET', `/api/hotspots?${search}`)
      return [body.code, body.detail]
    }
    for (const [search, why] of [
      ['group=people&precision=address', /precision/],
      ['group=people&flags=hate', /flags/],
      ['group=people&time=aoristic', /Intervals/],
      ['group=order&hours=18-23', /6-14, 14-22, 22-6/],
      ['group=order&cell=100&hours=22-6', /200 m/],
      ['category=litter&weekdays=6,7', /whole groups/],
      ['group=all', /All categories/],
    ] as const)
      expect(await refusal(search)).toEqual(['forbidden', expect.stringMatching(why)])
    const [code, detail] = await refusal('group=order&from=2027-01-01&to=2027-01-31')
    expect([code, detail]).toEqual(['unprocessable', expect.stringContaining('ends before 2027-01-01')])
  })
})
