import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  PERSPECTIVES,
  REVIEW_STATES,
  type ReviewEvent,
  type ReviewHappening,
  type ReviewState,
  TRADE_OFFS,
  type Weighing,
} from '../../server/reviews/review.ts'
import { type ReviewCase, reviewCase } from '../../server/reviews/review-case.ts'
import { missingFor, NEXT_STATES, requireStep } from '../../server/reviews/review-rules.ts'

const AT = '2026-03-01T12:00:00.000Z'
const WEIGHED: Weighing = {
  tradeOffs: Object.fromEntries(TRADE_OFFS.map((key) => [key, { judgement: 'unknown', note: 'n' }])),
  perspectives: Object.fromEntries(PERSPECTIVES.map((key) => [key, 'n'])),
  conditions: [],
}

/** A review after happenings, each with the state that it leads to. */
function after(...happenings: readonly (readonly [ReviewState, ReviewHappening])[]): ReviewCase {
  const opened: readonly [ReviewState, ReviewHappening] = ['draft', { kind: 'opened', detail: {} }]
  const events = [opened, ...happenings].map(
    ([state, happening], k): ReviewEvent => ({
      ...happening,
      state,
      revision: k + 1,
      at: AT,
      actor: 'account/3',
      actorName: 'Vera',
    }),
  )
  return reviewCase({ id: 1, proposalId: 2, createdAt: AT, events })
}

const moved = (state: ReviewState) => [state, { kind: 'moved', detail: { note: null } }] as const
const weighing = (weighed: Weighing) => after(['weighing', { kind: 'weighed', detail: weighed }])

describe('the way of a review', () => {
  it('leads through every state to the last, and back only from screening', () => {
    const ways = REVIEW_STATES.flatMap((from, k) =>
      NEXT_STATES[from].map((to) => REVIEW_STATES.indexOf(to) - k),
    )
    expect(ways.filter((step) => step === 1)).toHaveLength(REVIEW_STATES.length - 1)
    expect(NEXT_STATES.screening).toContain('draft')
    expect(ways.filter((step) => step !== 1)).toEqual([-1])
  })

  it('never leaves the lock behind, whatever is asked in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REVIEW_STATES), { maxLength: 30 }), (asked) => {
        let review = after()
        let locked = false
        for (const to of asked) {
          try {
            requireStep({ ...review, weighing: WEIGHED }, { to, decision: 'support', note: 'n' })
          } catch {
            continue
          }
          review = { ...review, state: to }
          locked ||= to === 'evidence_locked'
          expect(locked && (to === 'draft' || to === 'screening')).toBe(false)
        }
      }),
    )
  })

  it('tells which steps there are when another is asked for', () => {
    expect(() =>
      requireStep(after(moved('screening')), { to: 'decided', decision: 'support', note: null }),
    ).toThrow('goes to evidence_locked or draft, not to decided')
  })
})

describe('what a step needs', () => {
  const decide = (review: ReviewCase, decision: 'support' | 'support_with_conditions') =>
    missingFor(review, { to: 'decided', decision, note: null }).map(({ field }) => field)

  it('is all four trade-offs and all six perspectives before a decision, each told by its field', () => {
    const nothing = { tradeOffs: {}, perspectives: {}, conditions: [] }
    expect(decide(weighing(nothing), 'support')).toEqual([
      ...TRADE_OFFS.map((key) => `tradeOffs.${key}`),
      ...PERSPECTIVES.map((key) => `perspectives.${key}`),
    ])
    expect(decide(weighing(WEIGHED), 'support')).toEqual([])
  })

  it('is one field for each part that is left out', () => {
    for (const key of TRADE_OFFS) {
      const { [key]: _, ...tradeOffs } = WEIGHED.tradeOffs
      expect(decide(weighing({ ...WEIGHED, tradeOffs }), 'support')).toEqual([`tradeOffs.${key}`])
    }
    for (const key of PERSPECTIVES) {
      const { [key]: _, ...perspectives } = WEIGHED.perspectives
      expect(decide(weighing({ ...WEIGHED, perspectives }), 'support')).toEqual([`perspectives.${key}`])
    }
  })

  it('is a condition where support depends on one, and a decision at all', () => {
    expect(decide(weighing(WEIGHED), 'support_with_conditions')).toEqual(['conditions'])
    expect(
      decide(weighing({ ...WEIGHED, conditions: ['Belys stråket'] }), 'support_with_conditions'),
    ).toEqual([])
    const none = missingFor(weighing(WEIGHED), { to: 'decided', decision: null, note: null })
    expect(none.map(({ field }) => field)).toEqual(['decision'])
  })

  it('is somebody who was asked, or why nobody was, before weighing, and an outcome to follow up', () => {
    const asked = { party: 'Polisen', askedOn: '2026-03-01', answeredOn: null, summary: null }
    const silent = after(moved('consultation'))
    const logged = after(moved('consultation'), ['consultation', { kind: 'consulted', detail: asked }])
    const weigh = (review: ReviewCase, note: string | null) =>
      missingFor(review, { to: 'weighing', decision: null, note }).length
    expect([weigh(silent, null), weigh(silent, 'Ingen berörs'), weigh(logged, null)]).toEqual([1, 0, 0])
    expect(missingFor(silent, { to: 'followed_up', decision: null, note: null })).toHaveLength(1)
  })
})

describe('a review as its log tells it', () => {
  it('knows each state, who led it there and when, the way back too', () => {
    const { steps, revision, state } = after(moved('screening'), moved('draft'), moved('screening'))
    expect(steps.map((step) => step.state)).toEqual(['draft', 'screening', 'draft', 'screening'])
    expect(steps[1]).toMatchObject({ at: AT, actorName: 'Vera', note: null })
    expect([revision, state]).toEqual([4, 'screening'])
  })

  it('numbers consultations and puts an answer to the party that gave it', () => {
    const asked = (party: string): ReviewHappening => ({
      kind: 'consulted',
      detail: { party, askedOn: '2026-03-01', answeredOn: null, summary: null },
    })
    const answer: ReviewHappening = {
      kind: 'answered',
      detail: { number: 2, answeredOn: '2026-03-09', summary: 'Ja' },
    }
    const review = after(
      ['consultation', asked('Polisen')],
      ['consultation', asked('SL')],
      ['consultation', answer],
    )
    expect(review.consultations).toEqual([
      { number: 1, party: 'Polisen', askedOn: '2026-03-01', answeredOn: null, summary: null },
      { number: 2, party: 'SL', askedOn: '2026-03-01', answeredOn: '2026-03-09', summary: 'Ja' },
    ])
  })

  it('is published until it is withdrawn', () => {
    const published: ReviewHappening = { kind: 'published', detail: { stage: 'decided' } }
    expect(after(['decided', published]).published).toEqual({ stage: 'decided', at: AT })
    const withdrawn: ReviewHappening = { kind: 'withdrawn', detail: { reason: 'fel' } }
    expect(after(['decided', published], ['decided', withdrawn]).published).toBeNull()
  })
})
