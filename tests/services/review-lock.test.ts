import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDemoCity } from '../../server/demo/city.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { ANALYST } from '../../server/domain/access/audience.ts'
import { OPERATING } from '../../server/domain/access/caller.ts'
import type { Handling } from '../../server/domain/review/handling-document.ts'
import { createReviewService } from '../../server/services/reviews.ts'
import { moved, opened } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await seedDemo(server.storage.repositories, buildDemoCity({ incidents: 6000 }))
  await server.engine.snapshots.refresh()
})
afterAll(() => server?.close())

describe('a review that is locked', () => {
  it('tells no figure when its figures would give away a released one that is hidden', async () => {
    const { engine, storage } = server
    const planner = await server.as('planner')
    const careful = createReviewService({
      ...engine,
      reviews: storage.repositories.reviews,
      clock: storage.clock,
      givesAway: async () => true,
    })
    const review = await moved(planner, await opened(planner), 'screening')
    const step = { to: 'evidence_locked', decision: null, note: null } as const
    await careful.move(review.id, review.revision, step, OPERATING)
    const { handling } = await careful.handling(review.id, ANALYST)
    const counts = (JSON.parse(handling) as Handling).figures.map(({ count }) => count)
    expect(counts).toContain('withheld')
    expect(counts.filter((count) => count !== 'withheld' && count !== 'not-covered')).toEqual([])
  })
})
