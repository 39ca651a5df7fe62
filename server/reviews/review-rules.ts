import { PERSPECTIVES } from '../platform/perspectives.ts'
import { DomainError, type FieldProblem } from '../engine/errors.ts'
import { needsTradeOffs, isReason, MIN_REASON_WORDS, needsGrounds } from './decision-rules.ts'
import type { Decision } from './documents/document-stages.ts'
import { type AnnexClaim, type BoardDecision, type ReviewState, TRADE_OFFS, type Weighing } from './review.ts'
import type { ReviewCase } from './review-case.ts'

/** The states that may follow each state. One step leads back, none after the lock. */
export const NEXT_STATES: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  draft: ['screening'],
  screening: ['evidence_locked', 'draft'],
  evidence_locked: ['consultation'],
  consultation: ['weighing'],
  weighing: ['decided'],
  decided: ['followed_up'],
  followed_up: [],
}

const A_SENTENCE = `a sentence of at least ${MIN_REASON_WORDS} words`

/** Limit of events per review, above any real one. */
export const MAX_EVENTS = 500
export const MAX_CONSULTATIONS = 100

/** The request for a step. */
export interface StepRequest {
  readonly to: ReviewState
  readonly decision?: Decision | null
  readonly note?: string | null
  /** The minutes of a board's decision. */
  readonly board?: BoardDecision | null
  /** Of the city's register (dnr); needed by the lock, and by a decision on a review locked without one. */
  readonly caseNumber?: string | null
  /** The mark of the secret annex; needed by the lock. */
  readonly annex?: AnnexClaim | null
}

/** @throws DomainError `conflict` when the step is not allowed, `unprocessable` when something is missing */
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

/** @throws DomainError `unprocessable` where a withdrawn document is published again without a reason */
export function requireReasonToPublish({ withdrawn }: ReviewCase, reason: string | null): void {
  if (withdrawn === null || reason !== null) return
  const rule = 'says why the document is published again after it was taken back'
  throw new DomainError('unprocessable', 'Before it is published again this is needed: reason.', {
    problems: [{ field: 'reason', rule }],
  })
}

/** The missing requirements of a step, by field. */
export function missingFor(review: ReviewCase, request: StepRequest): readonly FieldProblem[] {
  const { to, note = null } = request
  if (to === 'evidence_locked') return [...missingCaseNumber(review, request), ...missingAnnex(request)]
  if (to === 'weighing' && review.consultations.length === 0 && !isReason(note)) {
    const rule = `says in ${A_SENTENCE} why nobody was asked, or the log of consultations names who was`
    return [{ field: 'note', rule }]
  }
  if (to === 'followed_up' && note === null) return [{ field: 'note', rule: 'says what came of it' }]
  return to === 'decided' ? missingForDecision(review, request) : []
}

function missingForDecision(review: ReviewCase, request: StepRequest): readonly FieldProblem[] {
  const { weighing } = review
  const { decision = null, note = null } = request
  const needed: readonly (readonly [boolean, FieldProblem])[] = [
    [decision === null, { field: 'decision', rule: 'is required' }],
    [
      decision === 'support_with_conditions' && weighing.conditions.length === 0,
      { field: 'conditions', rule: 'names at least one condition' },
    ],
    [
      decision !== null && needsGrounds(decision, weighing) && !isReason(note),
      { field: 'note', rule: `gives the grounds in ${A_SENTENCE}` },
    ],
  ]
  return [
    ...missingOfWeighing(weighing),
    ...needed.flatMap(([isMissing, problem]) => (isMissing ? [problem] : [])),
    ...missingCaseNumber(review, request),
  ]
}

function missingCaseNumber(
  { caseNumber }: ReviewCase,
  request: Pick<StepRequest, 'caseNumber'>,
): readonly FieldProblem[] {
  if (caseNumber !== null || request.caseNumber != null) return []
  return [{ field: 'caseNumber', rule: 'is the case number (dnr) of the city’s register' }]
}

function missingAnnex({ annex = null }: Pick<StepRequest, 'annex'>): readonly FieldProblem[] {
  if (annex !== null) return []
  return [
    { field: 'annex', rule: 'says which statute the secret annex is marked with, and by what authority' },
  ]
}

/** The parts of the weighing that a decision still needs. */
function missingOfWeighing({ subject, tradeOffs, perspectives }: Weighing): readonly FieldProblem[] {
  const interests = needsTradeOffs(subject) ? TRADE_OFFS : []
  return [
    ...interests
      .filter((key) => tradeOffs[key] === undefined)
      .map((key) => ({ field: `tradeOffs.${key}`, rule: 'a judgement and a note' })),
    ...PERSPECTIVES.filter((key) => perspectives[key] === undefined).map((key) => ({
      field: `perspectives.${key}`,
      rule: 'a note, or null where it does not matter here',
    })),
  ]
}

/** Whether a review's evidence may still be recomputed. */
export function isOpen({ state }: Pick<ReviewCase, 'state'>): boolean {
  return state === 'draft' || state === 'screening'
}
