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
    coordinates: [[corner(0, 0), corner(4000, 0), corner(4000, 4000), corner(0, 4000), corner(0, 0)]],
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
  coversFrom: '2024-01-01',
  coversTo: '2026-10-31',
}
const YEAR = 'cell=400&group=property&from=2025-11-01&to=2026-11-01'

describe.each(databasesUnderTest)('the comparison of two periods on $kind', (database) => {
  let server: TestServer
  let planner: Call
  let analyst: Call

  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: { nowMs: () => NOW }, signIn: null })
    ;[planner, analyst] = [await server.as('planner'), await server.as('analyst')]
    expect((await analyst('POST', '/api/areas', { body: STUDY })).status).toBe(201)
    expect((await analyst('POST', '/api/sources', { body: SOURCE })).status).toBe(201)
    // One place rose from 10 to 60, one fell from 40 to 8, one stayed at 20.
    const places = [
      { at: [800, 800], before: 10, now: 60 },
      { at: [3200, 3200], before: 40, now: 8 },
      { at: [800, 3200], before: 20, now: 20 },
    ] as const
    let recorded = 0
    const rows = places.flatMap(({ at, before, now }) =>
      Array.from({ length: before + now }, (_, k) => {
        const [lon, lat] = corner(at[0], at[1])
        const year = k < before ? 2025 : 2026
        return {
          externalId: `r${recorded++}`,
          source: SOURCE.id,
          lon,
          lat,
          from: `${year}-0${1 + (k % 9)}-1${k % 10}T12:00`,
          category: 'vandalism',
          setting: 'outdoor',
          precision: 'address',
        }
      }),
    )
    expect((await analyst('POST', '/api/incidents', { body: rows })).status).toBe(201)
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  it('finds the same changed places for planners by units and for analysts by rows, with the city’s totals', async () => {
    for (const call of [planner, analyst]) {
      const { status, body } = await call('GET', `/api/hotspot-changes?${YEAR}`)
      expect([status, body.code]).toEqual([200, undefined])
      const strongest = (name: string) =>
        body.features
          .map((feature: { properties: { class: string } }) => feature.properties)
          .filter((cell: { class: string }) => cell.class === name)[0]
      expect(strongest('more2')).toMatchObject({ now: 60, before: 10, ratio: 6 })
      expect(strongest('fewer2')).toMatchObject({ now: 8, before: 40, ratio: 0.2 })
      const classes = new Set(
        body.features.map((feature: { properties: { class: string } }) => feature.properties.class),
      )
      expect(classes).not.toContain('same')
      expect(body.analysis).toMatchObject({
        years: 1,
        now: { incidents: 88, from: '2025-11-01T00:00+01:00', to: '2026-11-01T00:00+01:00' },
        before: { incidents: 70, from: '2024-11-01T00:00+01:00', to: '2025-11-01T00:00+01:00' },
      })
      expect(body.analysis.city.ratio).toBeCloseTo(88 / 70, 5)
      expect(body.analysis.classes.same).toBeGreaterThan(0)
      expect(body.analysis.classes.few).toBeGreaterThan(0)
    }
  })

  it('crops what is returned, never the test', async () => {
    const [west, south] = corner(0, 0)
    const [east, north] = corner(2000, 2000)
    const whole = (await analyst('GET', `/api/hotspot-changes?${YEAR}`)).body
    const part = (
      await analyst('GET', `/api/hotspot-changes?${YEAR}&bbox=${[west, south, east, north].join()}`)
    ).body
    expect(part.features.length).toBeLessThan(whole.features.length)
    for (const feature of part.features) expect(whole.features).toContainEqual(feature)
  })

  it.each([
    ['an open period', 'cell=400&group=property&to=2026-11-01', /början/],
    ['a period that overlaps its twin', 'cell=400&group=property&from=2025-01-01&to=2026-11-01', /längre än/],
    [
      'a period before the source begins',
      'cell=400&group=property&from=2024-11-01&to=2025-11-01',
      /täcker inte/,
    ],
  ])('is refused for %s, with the reason', async (_, query, words) => {
    const { status, body } = await analyst('GET', `/api/hotspot-changes?${query}`, {
      headers: { 'accept-language': 'sv' },
    })
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toMatch(words)
  })

  it('is limited as surfaces are: what is finer than the planner’s units is forbidden', async () => {
    const finer = `${YEAR}&hours=18-20`
    expect((await planner('GET', `/api/hotspot-changes?${finer}`)).status).toBe(403)
    expect((await analyst('GET', `/api/hotspot-changes?${finer}`)).status).toBe(200)
  })
})
