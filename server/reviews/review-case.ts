import type { FilledChecklist } from './checklist/checklist.ts'
import type { DocumentStage } from './documents/document-stages.ts'
import type {
  AnnexClaim,
  Consultation,
  ReviewDecision,
  ReviewEvent,
  ReviewState,
  StoredReview,
  Weighing,
} from './review.ts'

/** Actor and time of a change of state. */
export interface ReviewStep {
  readonly state: ReviewState
  readonly at: string
  readonly actor: string
  readonly actorName: string | null
  readonly note: string | null
}

/** The current state of a review, folded from its log. */
export interface ReviewCase {
  readonly id: number
  readonly proposalId: number | null
  readonly createdAt: string
  /** Number of the last event; what `If-Match` names. */
  readonly revision: number
  readonly state: ReviewState
  /** Who opened it, and so may edit it: `account/3`. */
  readonly owner: string
  readonly ownerName: string | null
  /** Everybody who opened it, computed its evidence, weighed, decided or followed up. */
  readonly writers: readonly string[]
  /** Every change of state in order, the way back from screening too. */
  readonly steps: readonly ReviewStep[]
  /** Of the city's register (dnr), from the lock on; null for reviews locked without one. */
  readonly caseNumber: string | null
  /** The mark of the secret annex; null before the lock, and for reviews locked without one. */
  readonly annex: AnnexClaim | null
  readonly weighing: Weighing
  /** Null until it is filled in the first time. */
  readonly checklist: FilledChecklist | null
  readonly consultations: readonly Consultation[]
  readonly decision: (ReviewDecision & { readonly at: string }) | null
  /** The outcome, once followed up. */
  readonly outcome: string | null
  /** Set while the public document is open to more than the city's own staff. */
  readonly published: { readonly stage: DocumentStage; readonly at: string; readonly reason?: string } | null
  /** Set while it is withdrawn: publishing it again needs a reason. */
  readonly withdrawn: { readonly at: string; readonly reason: string } | null
}

/** A review as its readers may see it: names of those who acted, without their accounts. */
export function withoutAccounts(found: ReviewCase) {
  const { owner: _, writers: __, steps, ...rest } = found
  return { ...rest, steps: steps.map(({ actor: ___, ...step }) => step) }
}

const NOTHING_WEIGHED: Weighing = {
  subject: 'proposal',
  tradeOffs: {},
  perspectives: {},
  conditions: [],
  assessment: null,
}

/** Folds a log into the review's current state. */
export function reviewCase({ id, proposalId, createdAt, events }: StoredReview): ReviewCase {
  const [opened] = events
  if (opened === undefined) throw new TypeError(`Review ${id} has no events.`)
  const start: ReviewCase = {
    id,
    proposalId,
    createdAt,
    revision: 0,
    state: 'draft',
    owner: opened.actor,
    ownerName: opened.actorName,
    writers: [],
    steps: [],
    caseNumber: null,
    annex: null,
    weighing: NOTHING_WEIGHED,
    checklist: null,
    consultations: [],
    decision: null,
    outcome: null,
    published: null,
    withdrawn: null,
  }
  return events.reduce(after, start)
}

const WRITING: readonly ReviewEvent['kind'][] = [
  'opened',
  'computed',
  'weighed',
  'checklist_filled',
  'decided',
  'followed_up',
]

function after(review: ReviewCase, event: ReviewEvent): ReviewCase {
  const { revision, state, kind, actor } = event
  const writes = WRITING.includes(kind) && !review.writers.includes(actor)
  const writers = writes ? [...review.writers, actor] : review.writers
  return { ...review, ...partsOf(review, event), writers, revision, state }
}

/** The fields that an event changes besides revision and state. */
function partsOf(review: ReviewCase, event: ReviewEvent): Partial<ReviewCase> {
  const { at } = event
  switch (event.kind) {
    case 'computed':
      return {}
    case 'opened':
      return withStep(review, event, null)
    case 'moved':
      return {
        ...withStep(review, event, event.detail.note),
        caseNumber: event.detail.caseNumber ?? review.caseNumber,
        annex: event.detail.annex ?? review.annex,
      }
    case 'followed_up':
      return { ...withStep(review, event, event.detail.note), outcome: event.detail.note }
    case 'weighed':
      return { weighing: { ...NOTHING_WEIGHED, ...event.detail } }
    case 'checklist_filled':
      return { checklist: event.detail }
    case 'consulted':
      return {
        consultations: [
          ...review.consultations,
          { number: review.consultations.length + 1, ...event.detail },
        ],
      }
    case 'answered':
      return { consultations: answered(review.consultations, event.detail) }
    case 'decided': {
      const { caseNumber, ...decision } = event.detail
      return {
        ...withStep(review, event, decision.note),
        caseNumber: caseNumber ?? review.caseNumber,
        decision: { ...decision, at },
      }
    }
    case 'published':
      return { published: { ...event.detail, at }, withdrawn: null }
    case 'withdrawn':
      return { published: null, withdrawn: { ...event.detail, at } }
  }
}

function withStep(review: ReviewCase, event: ReviewEvent, note: string | null): Pick<ReviewCase, 'steps'> {
  const { state, at, actor, actorName } = event
  return { steps: [...review.steps, { state, at, actor, actorName, note }] }
}

function answered(
  consultations: readonly Consultation[],
  { number, answeredOn, summary }: { number: number; answeredOn: string; summary: string },
): readonly Consultation[] {
  return consultations.map((requested) =>
    requested.number === number ? { ...requested, answeredOn, summary } : requested,
  )
}
