import { describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import type { Principal } from '../../server/platform/access/principal.ts'
import { type ReviewCase, reviewCase } from '../../server/reviews/review-case.ts'
import { createReviewPermissions } from '../../server/reviews/review-permissions.ts'
import type { ReviewEvent, ReviewEventContent } from '../../server/reviews/review.ts'

const AT = '2026-03-01T12:00:00.000Z'
const BOARD = { name: 'Stadsbyggnadsnämnden', decidedOn: '2026-02-27', section: 41 }
const NOTHING = { tradeOffs: {}, perspectives: {}, conditions: [] }

const person = (role: 'planner' | 'coordinator' | 'analyst', accountId: number): Principal => ({
  audience: audienceOfRole(role),
  actor: { kind: 'account', accountId, sessionId: 1, name: 'x', organisationId: null },
})
const [planner, coordinator, analyst] = [person('planner', 3), person('coordinator', 4), person('analyst', 5)]

/** A review that account 3 opened, after what others did with it. */
function reviewWith(...contents: readonly (readonly [number, ReviewEventContent])[]): ReviewCase {
  const all = [[3, { kind: 'opened', detail: {} }] as const, ...contents]
  const events = all.map(([accountId, content], k): ReviewEvent => {
    const state = content.kind === 'decided' ? 'decided' : 'screening'
    return {
      ...content,
      state,
      revision: k + 1,
      at: AT,
      actor: `account/${accountId}`,
      actorName: null,
    }
  })
  return reviewCase({ id: 1, proposalId: 2, createdAt: AT, events })
}
const decidedBy = (accountId: number, board: typeof BOARD | null = null) =>
  [accountId, { kind: 'decided', detail: { decision: 'support', note: null, board } }] as const

describe('a person who may change a review', () => {
  it('is whoever opened it, and analysts', () => {
    const { mayEdit } = createReviewPermissions(true)
    const authenticator = [planner, person('planner', 9), coordinator, analyst]
    expect(authenticator.map((principal) => mayEdit(principal, reviewWith()))).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

describe('a person who may lock a review', () => {
  const { mayLock, requireMove } = createReviewPermissions(true)

  it('is a coordinator or an analyst who has written nothing of it', () => {
    const authenticator = [planner, person('planner', 9), coordinator, analyst]
    expect(authenticator.map((principal) => mayLock(principal, reviewWith()))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  it('is not an analyst who computed its evidence anew or weighed it', () => {
    expect(mayLock(analyst, reviewWith([5, { kind: 'computed', detail: { version: 2 } }]))).toBe(false)
    expect(mayLock(analyst, reviewWith([5, { kind: 'weighed', detail: NOTHING }]))).toBe(false)
    expect(mayLock(analyst, reviewWith([5, { kind: 'moved', detail: { note: null } }]))).toBe(true)
  })

  it('gets a specific code when another person is needed', () => {
    expect(() => requireMove(planner, reviewWith(), 'evidence_locked')).toThrow(
      expect.objectContaining({ code: 'second-person' }),
    )
    expect(() => requireMove(person('planner', 9), reviewWith(), 'evidence_locked')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('is never a key, which may belong to whoever wrote it', () => {
    const key: Principal = {
      audience: audienceOfRole('analyst'),
      actor: { kind: 'key', keyId: 1, name: 'x' },
    }
    expect(mayLock(key, reviewWith())).toBe(false)
  })

  it('may send it back to draft instead, without being able to change it', () => {
    expect(() => requireMove(coordinator, reviewWith(), 'draft')).not.toThrow()
    expect(() => requireMove(coordinator, reviewWith(), 'consultation')).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })

  it('may be one of its writers where the setting is off', () => {
    const off = createReviewPermissions(false)
    expect(off.mayLock(planner, reviewWith())).toBe(true)
    expect(off.mayPublish(coordinator, reviewWith(decidedBy(4)))).toBe(true)
  })
})

describe('a person who may publish a review', () => {
  const { mayPublish, requirePublish } = createReviewPermissions(true)

  it('is a coordinator or an analyst who has written nothing of it, the decision included', () => {
    expect(mayPublish(coordinator, reviewWith(decidedBy(3)))).toBe(true)
    expect(mayPublish(coordinator, reviewWith(decidedBy(4)))).toBe(false)
    expect(() => requirePublish(coordinator, reviewWith(decidedBy(4)))).toThrow(
      expect.objectContaining({ code: 'second-person' }),
    )
  })

  it('is anyone with the right once a board has decided, until a follow-up that no board saw', () => {
    expect(mayPublish(coordinator, reviewWith(decidedBy(4, BOARD)))).toBe(true)
    expect(mayPublish(planner, reviewWith(decidedBy(3, BOARD)))).toBe(false)
    const followedUp = [4, { kind: 'followed_up', detail: { note: 'Byggt.' } }] as const
    expect(mayPublish(coordinator, reviewWith(decidedBy(4, BOARD), followedUp))).toBe(false)
  })

  it('is nobody who wrote a decision from before boards were recorded', () => {
    const former = [4, { kind: 'decided', detail: { decision: 'support', note: null } }] as const
    expect(mayPublish(coordinator, reviewWith(former))).toBe(false)
  })
})
