import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_INCIDENTS, DEMO_ORIGIN } from '../../server/demo/city.ts'
import { PLANTED_SPOTS } from '../../server/demo/incidents/planted.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

/** A month after the town's last day. */
const CLOCK = { nowMs: () => Date.parse('2026-12-01T12:00:00Z') }
const DECISION = { name: 'Nämnden', decidedOn: '2025-03-12', section: 14 }
const RADIUS_METRES = 195
const { toWgs84 } = createProjection(3006)

function diskAt(spot: string) {
  const [x, y] = PLANTED_SPOTS.find(({ id }) => id === spot)!.at
  const ring = Array.from({ length: 25 }, (_, k) => {
    const angle = (2 * Math.PI * (k % 24)) / 24
    const east = DEMO_ORIGIN[0] + x + RADIUS_METRES * Math.cos(angle)
    return toWgs84(east, DEMO_ORIGIN[1] + y + RADIUS_METRES * Math.sin(angle)) as [number, number]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

describe('the truths that are planted in the whole of Exempelstad', () => {
  let server: TestServer
  let coordinator: Call
  let district = 0
  beforeAll(async () => {
    server = await startTestServer({ clock: CLOCK, townIncidents: DEMO_INCIDENTS })
    coordinator = await server.as('coordinator')
    district = (await coordinator('GET', '/api/areas?kind=district')).body.features[0].id
  })
  afterAll(() => server?.close())

  const concluded = async (spot: string, group: string): Promise<Json> => {
    const body = {
      areaId: district,
      title: `Åtgärd vid ${spot}`,
      type: 'guard_area',
      owner: 'Nämnden',
      state: 'decided',
      decision: DECISION,
      beginsOn: '2025-09-01',
      geometry: diskAt(spot),
    }
    const measure = (await coordinator('POST', '/api/measures', { body })).body
    const request = { body: { group, carriedOutBy: '2025-10-31' } }
    const found = await coordinator('POST', `/api/measures/${measure.id}/evaluations`, request)
    expect([found.status, found.body.detail]).toEqual([201, undefined])
    // Carried out, its place would be no comparison for the next.
    await coordinator('PATCH', `/api/measures/${measure.id}`, {
      body: { state: 'cancelled', cancelledBecause: 'Prövad i ett test' },
      headers: { 'if-match': `"${measure.revision}"` },
    })
    return found.body
  }

  it('hold a fall of disorder where guards came and a rise where it went, each told from chance', async () => {
    const from = await concluded('ekorrparken', 'order')
    expect(from.conclusion).toBe('fell-more')
    expect(from.figures.comparison.site.interval.high).toBeLessThan(1)
    const to = await concluded('vattentrappan', 'order')
    expect(to.conclusion).toBe('rose-more')
    expect(to.figures.comparison.site.interval.low).toBeGreaterThan(1)
  })

  it.each([
    ['kandelabergatan', 'people'],
    ['angvisselplan', 'property'],
    ['exempeltorget', 'property'],
    ['strandkvannsbadet', 'environment'],
  ])('hold no change at %s, which is steady, in %s', async (spot, group) => {
    const { conclusion } = await concluded(spot, group)
    expect(['fell-more', 'rose-more']).not.toContain(conclusion)
  })
})
