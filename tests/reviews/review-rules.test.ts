import { PERSPECTIVES } from '../../server/platform/perspectives.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  REVIEW_STATES,
  type ReviewEvent,
  type ReviewEventContent,
  type ReviewState,
  TRADE_OFFS,
  type Weighing,
} from '../../server/reviews/review.ts'
import type { Decision } from '../../server/reviews/documents/document-stages.ts'
import { type ReviewCase, reviewCase } from '../../server/reviews/review-case.ts'
import { missingFor, NEXT_STATES, requireStep } from '../../server/reviews/review-rules.ts'

const REASON = 'Ingen utanför kvarteret berörs.'
const AT = '2026-03-01T12:00:00.000Z'
const WEIGHED: Weighing = {
  subject: 'proposal',
  tradeOffs: Object.fromEntries(TRADE_OFFS.map((key) => [key, { judgement: 'unknown', note: 'n' }])),
  perspectives: Object.fromEntries(PERSPECTIVES.map((key) => [key, 'n'])),
  conditions: [],
  assessment: null,
}

/** A review after happenings, each with the state that it leads to. */
function after(...contents: readonly (readonly [ReviewState, ReviewEventContent])[]): ReviewCase {
  const opened: readonly [ReviewState, ReviewEventContent] = ['draft', { kind: 'opened', detail: {} }]
  const events = [opened, ...contents].map(
    ([state, content], k): ReviewEvent => ({
      ...content,
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

describe('the states of a review', () => {
  it('lead from each to the next, and back only from screening', () => {
    const ways = REVIEW_STATES.flatMap((from, k) =>
      NEXT_STATES[from].map((to) => REVIEW_STATES.indexOf(to) - k),
    )
    expect(ways.filter((step) => step === 1)).toHaveLength(REVIEW_STATES.length - 1)
    expect(NEXT_STATES.screening).toContain('draft')
    expect(ways.filter((step) => step !== 1)).toEqual([-1])
  })

  it('never return before the lock, whatever the order of requests', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REVIEW_STATES), { maxLength: 30 }), (requested) => {
        let review = after()
        let locked = false
        for (const to of requested) {
          try {
            requireStep(
              { ...review, weighing: WEIGHED },
              { to, decision: 'support', note: REASON, caseNumber: 'Dnr 1' },
            )
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

  it('are listed in the refusal of a forbidden step', () => {
    expect(() =>
      requireStep(after(moved('screening')), { to: 'decided', decision: 'support', note: null }),
    ).toThrow('goes to evidence_locked or draft, not to decided')
  })
})

describe('the requirements of a step', () => {
  const decide = (review: ReviewCase, decision: 'support' | 'support_with_conditions') =>
    missingFor(review, { to: 'decided', decision, note: REASON, caseNumber: 'Dnr 1' }).map(
      ({ field }) => field,
    )

  it('are all four trade-offs and all six perspectives before a decision, each by its field', () => {
    const nothing: Weighing = {
      subject: 'proposal',
      tradeOffs: {},
      perspectives: {},
      conditions: [],
      assessment: null,
    }
    expect(decide(weighing(nothing), 'support')).toEqual([
      ...TRADE_OFFS.map((key) => `tradeOffs.${key}`),
      ...PERSPECTIVES.map((key) => `perspectives.${key}`),
    ])
    expect(decide(weighing(WEIGHED), 'support')).toEqual([])
  })

  it('name one field for each missing part', () => {
    for (const key of TRADE_OFFS) {
      const { [key]: _, ...tradeOffs } = WEIGHED.tradeOffs
      expect(decide(weighing({ ...WEIGHED, tradeOffs }), 'support')).toEqual([`tradeOffs.${key}`])
    }
    for (const key of PERSPECTIVES) {
      const { [key]: _, ...perspectives } = WEIGHED.perspectives
      expect(decide(weighing({ ...WEIGHED, perspectives }), 'support')).toEqual([`perspectives.${key}`])
    }
  })

  it('are a decision, and conditions for conditional support', () => {
    expect(decide(weighing(WEIGHED), 'support_with_conditions')).toEqual(['conditions'])
    expect(
      decide(weighing({ ...WEIGHED, conditions: ['Belys stråket'] }), 'support_with_conditions'),
    ).toEqual([])
    const none = missingFor(weighing(WEIGHED), { to: 'decided', caseNumber: 'Dnr 1' })
    expect(none.map(({ field }) => field)).toEqual(['decision'])
  })

  it('are the case number before the lock, and before a decision on a review locked without one', () => {
    const fields = (review: ReviewCase, to: 'evidence_locked' | 'decided', caseNumber: string | null) =>
      missingFor(review, { to, decision: 'support', caseNumber }).map(({ field }) => field)
    expect(fields(after(moved('screening')), 'evidence_locked', null)).toEqual(['caseNumber', 'annex'])
    expect(fields(after(moved('screening')), 'evidence_locked', 'Dnr 1')).toEqual(['annex'])
    const locked = { kind: 'moved', detail: { note: null, caseNumber: 'Dnr 1' } } as const
    const weighed = ['weighing', { kind: 'weighed', detail: WEIGHED }] as const
    expect(fields(after(['evidence_locked', locked], weighed), 'decided', null)).toEqual([])
    expect(fields(after(moved('evidence_locked'), weighed), 'decided', null)).toEqual(['caseNumber'])
  })

  it('are grounds in a sentence where a decision objects, sets conditions or worsens an interest', () => {
    const fields = (decision: Decision, weighed: Weighing, note: string | null) =>
      missingFor(weighing(weighed), { to: 'decided', decision, note, caseNumber: 'Dnr 1' }).map(
        ({ field }) => field,
      )
    const conditions = ['Belys stråket']
    const noise = { judgement: 'worse', note: 'n' } as const
    const worse = { ...WEIGHED, tradeOffs: { ...WEIGHED.tradeOffs, noise } }
    expect(fields('support', WEIGHED, null)).toEqual([])
    expect(fields('object', WEIGHED, 'Nej')).toEqual(['note'])
    expect(fields('support_with_conditions', { ...WEIGHED, conditions }, null)).toEqual(['note'])
    expect(fields('support', worse, null)).toEqual(['note'])
    expect(fields('support', worse, REASON)).toEqual([])
  })

  it('are no trade-offs for non-physical subjects, and no note on a perspective that is not relevant', () => {
    const perspectives = { ...WEIGHED.perspectives, lgbtq: null }
    for (const subject of ['social_universal', 'communication'] as const)
      expect(decide(weighing({ ...WEIGHED, subject, tradeOffs: {}, perspectives }), 'support')).toEqual([])
    const lighting = { ...WEIGHED, subject: 'lighting', tradeOffs: {}, perspectives } as const
    expect(decide(weighing(lighting), 'support')).toHaveLength(TRADE_OFFS.length)
  })

  it('are those of a proposal where the weighing has no subject', () => {
    const { subject: _, ...former } = WEIGHED
    const review = after(['weighing', { kind: 'weighed', detail: { ...former, tradeOffs: {} } }])
    expect(review.weighing.subject).toBe('proposal')
    expect(decide(review, 'support')).toHaveLength(TRADE_OFFS.length)
  })

  it('are a consultation, or the reason for none, before weighing, and an outcome for follow-up', () => {
    const requested = { party: 'Polisen', askedOn: '2026-03-01', answeredOn: null, summary: null }
    const silent = after(moved('consultation'))
    const logged = after(moved('consultation'), ['consultation', { kind: 'consulted', detail: requested }])
    const weigh = (review: ReviewCase, note: string | null) =>
      missingFor(review, { to: 'weighing', decision: null, note }).length
    expect([weigh(silent, null), weigh(silent, 'Ingen berörs.'), weigh(silent, 'a b c d e')]).toEqual([
      1, 1, 1,
    ])
    expect([weigh(silent, REASON), weigh(logged, null)]).toEqual([0, 0])
    expect(missingFor(silent, { to: 'followed_up', decision: null, note: null })).toHaveLength(1)
  })
})

describe('a review folded from its log', () => {
  it('has each state with actor and time, also the step back', () => {
    const { steps, revision, state } = after(moved('screening'), moved('draft'), moved('screening'))
    expect(steps.map((step) => step.state)).toEqual(['draft', 'screening', 'draft', 'screening'])
    expect(steps[1]).toMatchObject({ at: AT, actorName: 'Vera', note: null })
    expect([revision, state]).toEqual([4, 'screening'])
  })

  it('numbers consultations and puts an answer to the party that gave it', () => {
    const requested = (party: string): ReviewEventContent => ({
      kind: 'consulted',
      detail: { party, askedOn: '2026-03-01', answeredOn: null, summary: null },
    })
    const response: ReviewEventContent = {
      kind: 'answered',
      detail: { number: 2, answeredOn: '2026-03-09', summary: 'Ja' },
    }
    const review = after(
      ['consultation', requested('Polisen')],
      ['consultation', requested('SL')],
      ['consultation', response],
    )
    expect(review.consultations).toEqual([
      { number: 1, party: 'Polisen', askedOn: '2026-03-01', answeredOn: null, summary: null },
      { number: 2, party: 'SL', askedOn: '2026-03-01', answeredOn: '2026-03-09', summary: 'Ja' },
    ])
  })

  it('is published until it is withdrawn', () => {
    const published: ReviewEventContent = { kind: 'published', detail: { stage: 'decided' } }
    expect(after(['decided', published]).published).toEqual({ stage: 'decided', at: AT })
    const withdrawn: ReviewEventContent = { kind: 'withdrawn', detail: { reason: 'fel' } }
    expect(after(['decided', published], ['decided', withdrawn]).published).toBeNull()
  })
})
