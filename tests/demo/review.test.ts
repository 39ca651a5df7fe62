import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedDemoReview } from '../../server/demo/demo-review.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe('the review that the demo city opens on', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ demoIncidents: 6000 })
  })
  afterAll(() => server?.close())

  const seed = (repositories = server.storage.repositories) =>
    seedDemoReview({ ...server.engine, ...server.storage, repositories })

  it('is decided and published once, and continues after an interruption', async () => {
    const { repositories } = server.storage
    const { reviews } = repositories
    const append: typeof reviews.append = async (id, event, ...rest) => {
      if (event.kind === 'weighed') throw new Error('The power is gone.')
      return reviews.append(id, event, ...rest)
    }
    const failing = { ...repositories, reviews: { ...reviews, append } }
    await expect(seed(failing)).rejects.toThrow('The power is gone.')
    await seed()
    await seed()
    const planner = await server.as('planner')
    const { items } = (await planner('GET', '/api/reviews')).body
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      state: 'decided',
      ownerName: 'Petra Planerare',
      published: { stage: 'decided' },
      decision: { decision: 'support_with_conditions' },
    })
    const [{ askedOn, answeredOn }] = items[0].consultations
    expect(items[0].consultations).toHaveLength(3)
    expect(items[0].createdAt < askedOn && askedOn < answeredOn).toBe(true)
    expect(Date.parse(items[0].published.at)).toBeLessThanOrEqual(Date.now())
  })

  it('is filed without figures, and states it, where nothing is published yet', async () => {
    const planner = await server.as('planner')
    const [{ id }] = (await planner('GET', '/api/handlings')).body.items
    const { handling: publicDocument } = (await planner('GET', `/api/handlings/${id}`)).body
    expect(publicDocument).toMatchObject({
      demo: true,
      figures: null,
      annex: { authority: expect.any(String) },
    })
    expect(publicDocument.assessment).toContain('Platsen')
    const [published] = await server.storage.repositories.reviews.publishedDocuments()
    expect(published?.lines).toEqual([])
  })
})
