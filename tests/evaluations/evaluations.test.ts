import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_ORIGIN } from '../../server/demo/city.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const INCIDENTS = 36_000
/** A month after the town's last day. */
const CLOCK = { nowMs: () => Date.parse('2026-12-01T12:00:00Z') }
const DECISION = { name: 'Nämnden', decidedOn: '2025-03-12', section: 14 }
const RADIUS_METRES = 195
const { toWgs84 } = createProjection(3006)

/** A disk of 12 ha round a spot that is planted in the town, by its metres from the town's origin. */
function disk([x, y]: readonly [number, number]) {
  const ring = Array.from({ length: 25 }, (_, k) => {
    const angle = (2 * Math.PI * (k % 24)) / 24
    const east = DEMO_ORIGIN[0] + x + RADIUS_METRES * Math.cos(angle)
    const north = DEMO_ORIGIN[1] + y + RADIUS_METRES * Math.sin(angle)
    return toWgs84(east, north) as [number, number]
  })
  return { type: 'Polygon', coordinates: [ring] }
}
const SPOTS = {
  ekorrparken: disk([90, -390]),
  vattentrappan: disk([640, -500]),
  bangardslunden: disk([-800, 60]),
  steady: disk([1000, 60]),
  quiet: disk([2600, 2600]),
} as const

const hashes = new Map<string, string>()

describe.each(databasesUnderTest)(
  'the evaluation of measures on the $kind database',
  ({ kind, ...database }) => {
    let server: TestServer
    let coordinator: Call
    let planner: Call
    let district = 0
    beforeAll(async () => {
      server = await startTestServer({
        database: { kind, ...database },
        clock: CLOCK,
        townIncidents: INCIDENTS,
      })
      coordinator = await server.as('coordinator')
      planner = await server.as('planner')
      const { features } = (await planner('GET', '/api/areas?kind=district')).body
      district = features[0].id
    })
    afterAll(() => server?.close())

    const measure = async (spot: keyof typeof SPOTS, more: object = {}) => {
      const body = {
        areaId: district,
        title: `Åtgärd i ${spot}`,
        type: 'guard_area',
        owner: 'Nämnden',
        state: 'ongoing',
        decision: DECISION,
        beginsOn: '2025-09-01',
        geometry: SPOTS[spot],
        ...more,
      }
      const made = await coordinator('POST', '/api/measures', { body })
      expect(made.status).toBe(201)
      return made.body.id as number
    }
    const evaluate = (id: number, body: object) =>
      coordinator('POST', `/api/measures/${id}/evaluations`, { body: { group: 'order', ...body } })

    it('finds the fall where guards began, and the rise where incidents moved', async () => {
      const from = (await evaluate(await measure('ekorrparken'), { carriedOutBy: '2025-10-31' })).body
      expect(from.conclusion).toBe('fell-more')
      expect(from.after).toEqual({ from: '2025-11-01', to: '2026-08-31' })
      const { site } = from.figures.comparison
      expect(site.ratio).toBeGreaterThan(0.1)
      expect(site.ratio).toBeLessThan(0.4)
      expect(site.interval.high).toBeLessThan(0.6)
      const { published, band } = from.figures.comparison
      expect(published.difference.interval.high).toBeLessThan(0)
      expect(published.effect.interval.low).toBeGreaterThan(1)
      expect(published.quotient).toBeLessThan(0)
      const { series } = from.figures
      expect(band).toHaveLength(series.length)
      const inBand = (first: string, end: string) => {
        const steps = [...series.keys()].filter((k) => series[k].from >= first && series[k].from < end)
        const sum = (of: (k: number) => number) => steps.reduce((total, k) => total + of(k), 0)
        return sum((k) => series[k].site) / sum((k) => (band[k].low + band[k].high) / 2)
      }
      expect(inBand('2023-11-01', '2025-09-01')).toBeGreaterThan(0.7)
      expect(inBand('2025-11-01', '2026-09-01')).toBeLessThan(0.45)
      hashes.set(`${kind} ekorrparken`, from.figures.sha256)
      const to = (await evaluate(await measure('vattentrappan'), { carriedOutBy: '2025-10-31' })).body
      expect(to.conclusion).toBe('rose-more')
      expect(to.figures.comparison.site.ratio).toBeGreaterThan(2.5)
    })

    it('finds a fading spot to have fallen, a steady spot inconclusive, and a quiet spot too small to judge', async () => {
      const lighting = { type: 'lighting', beginsOn: '2025-03-15' }
      const fading = await evaluate(await measure('bangardslunden', lighting), {
        group: 'property',
        carriedOutBy: '2025-10-31',
      })
      expect(fading.body.conclusion).toBe('fell-more')
      expect(fading.body.figures.comparison.site.interval.high).toBeLessThan(0.5)
      const steady = (
        await evaluate(await measure('steady'), { group: 'property', carriedOutBy: '2025-10-31' })
      ).body
      expect(steady.conclusion).toBe('not-told-apart')
      expect(steady.figures.comparison.site.interval.low).toBeLessThan(1)
      expect(steady.figures.comparison.site.interval.high).toBeGreaterThan(1)
      const quiet = (await evaluate(await measure('quiet'), { carriedOutBy: '2025-10-31' })).body
      expect(quiet).toMatchObject({ conclusion: 'too-few', figures: { comparison: null } })
    })

    it('gives the smallest detectable fall before a measure is decided', async () => {
      const id = await measure('ekorrparken', { state: 'proposed', decision: null, beginsOn: null })
      const { status, body } = await coordinator('GET', `/api/measures/${id}/detectable-change?group=order`)
      expect(status).toBe(200)
      expect(body.detectable).toBeGreaterThan(0)
      expect(body.detectable).toBeLessThan(1)
    })

    it('refuses an unfinished follow-up period, a baseline before the data and a measure without a place, with the reason', async () => {
      const late = await measure('ekorrparken', { beginsOn: '2026-09-15' })
      const notOver = await evaluate(late, {})
      expect(notOver.status).toBe(422)
      expect(notOver.body.detail).toContain('three whole months must have passed')
      const early = await measure('ekorrparken', { beginsOn: '2024-03-01' })
      const unrecorded = await evaluate(early, {})
      expect([unrecorded.status, unrecorded.body.code]).toEqual([422, 'unprocessable'])
      expect(unrecorded.body.detail).toContain('reach no further back than 2023-11-01')
      const social = await measure('ekorrparken', { type: 'social_universal', geometry: null })
      expect((await evaluate(social, {})).body.problems[0].field).toBe('geometry')
    })

    it('shows a partner the conclusion about its own place without figures, and staff the figures', async () => {
      const { people } = server.storage.repositories
      const places = (await planner('GET', '/api/places')).body.items
      const placeId = places.find(({ name }: { name: string }) => name === 'Ekorrparken').id
      const organisation = await people.insertOrganisation({ name: 'Parkens vänner', placeIds: [placeId] })
      const { accountId } = await server.people.of('partner')
      await people.update(accountId, { organisationId: organisation.id })
      server.people.renew('partner')
      const id = await measure('ekorrparken', { areaId: placeId })
      expect((await evaluate(id, { carriedOutBy: '2025-10-31' })).status).toBe(201)
      const listOf = async (call: Call) => (await call('GET', `/api/evaluations?area=${placeId}`)).body.items
      const [seen] = await listOf(await server.as('partner'))
      const [figured] = await listOf(planner)
      expect(figured.figures.counts.site.before).toBeGreaterThan(20)
      expect(seen).toEqual({ ...figured, figures: null })
    })

    it('is verified byte for byte, also after its conclusion is written', async () => {
      const { body } = await evaluate(await measure('ekorrparken'), { carriedOutBy: '2025-10-31' })
      const verified = await coordinator('GET', `/api/evaluations/${body.id}/verification`)
      expect(verified.body).toMatchObject({ agrees: true, basis: 'whole', storedSha256: body.figures.sha256 })
      const learnt = await coordinator('PATCH', `/api/evaluations/${body.id}`, {
        body: { state: 'continue', learnt: 'Passen flyttas till södra utgången' },
        headers: { 'if-match': '"1"' },
      })
      expect(learnt.body).toMatchObject({ state: 'continue', learnt: 'Passen flyttas till södra utgången' })
      expect((await coordinator('GET', `/api/evaluations/${body.id}/verification`)).body.agrees).toBe(true)
    })
  },
)

describe.skipIf(databasesUnderTest.length < 2)('evaluations', () => {
  it('are the same bytes on both databases', () => {
    const found = databasesUnderTest.map(({ kind }) => hashes.get(`${kind} ekorrparken`))
    expect(new Set(found).size).toBe(1)
  })
})
