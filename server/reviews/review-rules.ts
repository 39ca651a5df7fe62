import { DomainError, type FieldProblem } from '../engine/errors.ts'
import type { Decision } from './handlings/handling.ts'
import { type BoardDecision, PERSPECTIVES, type ReviewState, TRADE_OFFS, type Weighing } from './review.ts'
import type { ReviewCase } from './review-case.ts'

/** Where a review may go from each state. There is one way back, and none once the evidence is locked. */
export const NEXT_STATES: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  draft: ['screening'],
  screening: ['evidence_locked', 'draft'],
  evidence_locked: ['consultation'],
  consultation: ['weighing'],
  weighing: ['decided'],
  decided: ['followed_up'],
  followed_up: [],
}

/** More events than any review has; a log without an end is no log. */
export const MOST_EVENTS = 500
export const MOST_CONSULTATIONS = 100

/** What is said with a step. */
export interface StepRequest {
  readonly to: ReviewState
  readonly decision?: Decision | null
  readonly note?: string | null
  /** Of a board's decision, its minutes. */
  readonly board?: BoardDecision | null
}

/** @throws DomainError `conflict` when a review may not go where it is asked to, `unprocessable` when something is missing */
export function requireStep(review: ReviewCase, request: StepRequest): void {
  const { state } = review
  if (!NEXT_STATES[state].includes(request.to)) {
    const ways = NEXT_STATES[state].join(' or ') || 'nowhere'
    throw new DomainError('conflict', `A review that is ${state} goes to ${ways}, not to ${request.to}.`)
  }
  const missing = missingFor(review, request)
  if (missing.length === 0) return
  const fields = missing.map(({ field }) => field).join(', ')
  throw new DomainError('unprocessable', `Before ${request.to} these are needed: ${fields}.`, {
    problems: missing,
  })
}

/** What a step still needs, field by field. */
export function missingFor(
  review: ReviewCase,
  { to, decision = null, note = null }: StepRequest,
): readonly FieldProblem[] {
  if (to === 'weighing' && review.consultations.length === 0 && note === null) {
    return [{ field: 'note', rule: 'says why nobody was asked, or the log of consultations names who was' }]
  }
  if (to === 'followed_up' && note === null) return [{ field: 'note', rule: 'says what came of it' }]
  if (to !== 'decided') return []
  return [
    ...missingOfWeighing(review.weighing),
    ...(decision === null ? [{ field: 'decision', rule: 'is required' }] : []),
    ...(decision === 'support_with_conditions' && review.weighing.conditions.length === 0
      ? [{ field: 'conditions', rule: 'names at least one condition' }]
      : []),
  ]
}

/** What of the weighing a decision still needs. */
function missingOfWeighing({ tradeOffs, perspectives }: Weighing): readonly FieldProblem[] {
  return [
    ...TRADE_OFFS.filter((key) => tradeOffs[key] === undefined).map((key) => ({
      field: `tradeOffs.${key}`,
      rule: 'a judgement and a note',
    })),
    ...PERSPECTIVES.filter((key) => perspectives[key] === undefined).map((key) => ({
      field: `perspectives.${key}`,
      rule: 'a note',
    })),
  ]
}

/** Whether a review's evidence may still be computed anew. */
export function isOpen({ state }: Pick<ReviewCase, 'state'>): boolean {
  return state === 'draft' || state === 'screening'
}
