import { describe, expect, it } from 'vitest'
import type { ReviewCalls, ReviewCommand, WholeReview } from '../../../web/reviews/review-calls.ts'
import { createReviewModel } from '../../../web/reviews/review-model.ts'

const WEIGH: ReviewCommand = {
  kind: 'weigh',
  weighing: {
    subject: 'proposal',
    tradeOffs: {},
    perspectives: {},
    conditions: ['Belys.'],
    assessment: null,
  },
}
const PUBLISH: ReviewCommand = { kind: 'publish', reason: null }
const DECIDE: ReviewCommand = { kind: 'move', to: 'decided', decision: 'support', note: null }

/** A server whose responses wait until released; each command makes a new revision. */
function slowServer() {
  const sent: string[] = []
  const waiting: { readonly received: () => void; readonly refuse: () => void }[] = []
  let revision = 1
  const calls = {
    whole: async () =>
      ({ review: { id: 7, revision }, proposal: null, publicDocument: null }) as unknown as WholeReview,
    act: ({ revision: read }, { kind }) =>
      new Promise((resolve, reject) => {
        sent.push(`${kind} of ${read}`)
        waiting.push({
          received: () => {
            revision += 1
            resolve({} as never)
          },
          refuse: () => reject(new TypeError('away')),
        })
      }),
  } as Partial<ReviewCalls> as ReviewCalls
  return { model: createReviewModel(calls, 7), sent, waiting }
}

describe('a command on a review’s page', () => {
  it('waits for commands in flight and is sent with their new revision', async () => {
    const { model, sent, waiting } = slowServer()
    await model.read()
    const kept = model.act('weighing', WEIGH)
    const decided = model.act('next', ({ revision }) => (revision === 2 ? DECIDE : null))
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]!.received()
    expect(await kept).toBe(true)
    await expect.poll(() => waiting.length).toBe(2)
    waiting[1]!.received()
    expect(await decided).toBe(true)
    expect(sent).toEqual(['weigh of 1', 'move of 2'])
  })

  it('is not sent when an earlier command failed, and may be retried', async () => {
    const { model, sent, waiting } = slowServer()
    await model.read()
    const kept = model.act('weighing', WEIGH)
    const decided = model.act('next', DECIDE)
    await expect.poll(() => waiting.length).toBe(1)
    waiting[0]!.refuse()
    expect([await kept, await decided]).toEqual([false, false])
    expect(model.failure.value).toMatchObject({ part: 'weighing', failure: { code: 'offline' } })
    void model.act('next', DECIDE)
    await expect.poll(() => sent).toEqual(['weigh of 1', 'move of 1'])
  })

  it('is sent once however often it is pressed, and not when something is missing by then', async () => {
    const { model, sent, waiting } = slowServer()
    await model.read()
    const first = model.act('publication', PUBLISH)
    expect(await model.act('publication', PUBLISH)).toBe(false)
    waiting[0]!.received()
    expect(await first).toBe(true)
    expect(await model.act('next', () => null)).toBe(false)
    expect(sent).toEqual(['publish of 1'])
    expect(model.busy.value).toBeNull()
  })
})
