import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownCount } from '../../../server/engine/disclosure/rounding.ts'
import { buildDemoCity } from '../../../server/demo/city.ts'
import { seedDemo } from '../../../server/demo/seed.ts'
import { ANALYST } from '../../../server/platform/access/audience.ts'
import { OPERATING } from '../../../server/platform/access/caller.ts'
import type { Evidence } from '../../../server/checks/evidence.ts'
import type { Handling, KeptSurroundings } from '../../../server/reviews/handlings/handling-document.ts'
import { createReviewService } from '../../../server/reviews/review-service.ts'
import { problemOf } from '../../support/serving/api-client.ts'
import { type Call, move, moved, opened, step } from '../../support/review-steps.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

let server: TestServer
let planner: Call
let coordinator: Call
beforeAll(async () => {
  // Before anything is connected: on a busy machine it holds this thread up longer than a connection waits.
  const city = buildDemoCity({ incidents: 6000 })
  server = await startTestServer()
  await seedDemo(server.storage.repositories, city)
  await server.engine.snapshots.refresh()
  planner = await server.as('planner')
  coordinator = await server.as('coordinator')
})
afterAll(() => server?.close())

const LOCKING = { to: 'evidence_locked', caseNumber: 'Dnr 1' } as const

describe('a review that is locked', () => {
  const reviewsWith = (givesAway: boolean) =>
    createReviewService({
      ...server.engine,
      reviews: server.storage.repositories.reviews,
      clock: server.storage.clock,
      givesAway: async () => givesAway,
      secondPerson: true,
    })
  const handlingOf = async (id: number) =>
    JSON.parse((await reviewsWith(false).handling(id, ANALYST)).handling) as Handling

  it('tells no figure when its figures would give away a released one that is hidden', async () => {
    const review = await moved(planner, await opened(planner), 'screening')
    await reviewsWith(true).move(review.id, review.revision, LOCKING, OPERATING)
    const counts = (await handlingOf(review.id)).figures.map(({ count }) => count)
    expect(counts).toContain('withheld')
    expect(counts.filter((count) => count !== 'withheld' && count !== 'not-covered')).toEqual([])
  })

  it('is computed again first when premises have changed, and then leaves out what lies at them', async () => {
    const { repositories, projection } = server.storage
    const review = await moved(planner, await opened(planner, 2), 'screening')
    const first = (await repositories.reviews.evidence(review.id))!
    const before = JSON.parse(first.evidence) as Evidence
    const keptBefore = JSON.parse(first.surroundings) as KeptSurroundings
    const [ring] = before.provenance.query.geometry.coordinates as [[number, number][]]
    const corners = ring.map(([lon, lat]) => [...projection.toPlanar(lon, lat)!])
    const planar = { type: 'Polygon' as const, coordinates: [corners] }
    await repositories.features.replaceContext([{ kind: 'shelter', name: null, rank: 4, planar }], 'shelter')
    await server.engine.snapshots.refresh()
    const refused = problemOf(await move(coordinator, review, 'evidence_locked', { caseNumber: 'Dnr 1' }))
    expect([refused.code, refused.detail]).toEqual([
      'conflict',
      expect.stringContaining('premises have changed'),
    ])

    const { from, to, ringMetres } = before.provenance.query
    const anew = await step(planner, review, 'POST', 'evidence', { from, to, ringMetres })
    const stored = (await repositories.reviews.evidence(review.id))!
    const kept = JSON.parse(stored.surroundings) as KeptSurroundings
    const { counts } = JSON.parse(stored.evidence) as Evidence
    const fileable = kept.fileable!
    expect([fileable, counts]).toEqual([keptBefore.fileable, before.counts])
    expect(JSON.stringify(anew.body)).not.toMatch(/premises/i)
    await reviewsWith(false).move(review.id, anew.body.revision, LOCKING, OPERATING)
    const handling = await handlingOf(review.id)
    const told = handling.figures.filter(({ count }) => typeof count === 'number' || count === 'few')
    expect(told.length).toBeGreaterThan(5)
    for (const { zone, register, group, count } of told) {
      const same = (one: { zone: number; register: string; group: string }) =>
        one.zone === zone && one.register === register && one.group === group
      const left = kept.atPremises!.counts.find(same)?.count ?? 0
      expect(count).toBe(shownCount(fileable.counts.find(same)!.count! - left))
    }
    expect(kept.atPremises!.counts.length).toBeGreaterThan(0)
    const page = (await planner('GET', `/reviews/${review.id}?lang=en`)).body as string
    expect(page).toContain('they count in the figures of whole areas alone.')
    expect(page).not.toContain('premisesLeftOut')
  })
})
