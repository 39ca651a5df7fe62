import type { FilledChecklist } from '../checklist/checklist.ts'
import type { Principal } from '../../platform/access/principal.ts'
import { actorReference } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError, invalidParameter, notFound } from '../../engine/errors.ts'
import type { DocumentMaker } from '../documents/document-maker.ts'
import { type DocumentCore, extendedDocument } from '../documents/filed-document.ts'
import { type ReviewCase, reviewCase } from '../review-case.ts'
import {
  MAX_CONSULTATIONS,
  MAX_EVENTS,
  isOpen,
  requireReasonToPublish,
  requireStep,
  type StepRequest,
} from '../review-rules.ts'
import type {
  Consultation,
  ReviewAttachments,
  ReviewEvent,
  ReviewEventContent,
  ReviewState,
  StoredReview,
  Weighing,
} from '../review.ts'
import { CHECKLIST_RULES } from '../checklist/messages.ts'
import { lockedParts, storable } from './lock-review.ts'
import type { ReviewPermissions } from '../review-permissions.ts'
import type { ReviewRepository } from '../repository.ts'

export interface WorkflowDeps {
  readonly reviews: ReviewRepository
  readonly documents: DocumentMaker
  readonly clock: Clock
  readonly permissions: ReviewPermissions
}

/** A consultation, or a party's answer to one. */
export type ConsultationEntry =
  | Omit<Consultation, 'number'>
  | { readonly number: number; readonly answeredOn: string; readonly summary: string }

/** The steps of an open review; each adds an event with actor and time. */
export interface ReviewWorkflow {
  move(id: number, revision: number, request: StepRequest, principal: Principal): Promise<ReviewCase>
  weigh(id: number, revision: number, weighing: Weighing, principal: Principal): Promise<ReviewCase>
  /** Saves the checklist. @throws DomainError `conflict` once the evidence is locked */
  fill(id: number, revision: number, filled: FilledChecklist, principal: Principal): Promise<ReviewCase>
  /** @param revision null to append to the current log */
  consult(
    id: number,
    revision: number | null,
    entry: ConsultationEntry,
    principal: Principal,
  ): Promise<ReviewCase>
  /** @param reason needed where the document was withdrawn */
  publish(id: number, revision: number, reason: string | null, principal: Principal): Promise<ReviewCase>
  withdraw(id: number, revision: number, reason: string, principal: Principal): Promise<ReviewCase>
}

export function createReviewWorkflow(deps: WorkflowDeps): ReviewWorkflow {
  const { reviews, clock, permissions } = deps

  async function caseOf(id: number): Promise<ReviewCase> {
    const stored = await reviews.find(id)
    if (stored === null) throw notFound('review', id)
    return reviewCase(stored)
  }

  async function editable(
    id: number,
    revision: number | null,
    principal: Principal,
    requireAllowed = permissions.requireEdit,
  ): Promise<ReviewCase> {
    const review = await caseOf(id)
    requireAllowed(principal, review)
    requireRevision(review, revision)
    return review
  }

  async function append(
    review: ReviewCase,
    content: ReviewEventContent,
    principal: Principal,
    more: {
      readonly state?: ReviewState
      readonly at?: string
      readonly attachments?: ReviewAttachments
    } = {},
  ): Promise<ReviewCase> {
    const { state = review.state, at = now(clock), attachments } = more
    const event = eventOf(content, { revision: review.revision + 1, state, at }, principal)
    return reviewCase(await reviews.append(review.id, event, attachments))
  }

  async function lock(
    review: ReviewCase,
    { note = null, caseNumber = null, annex = null }: StepRequest,
    principal: Principal,
  ): Promise<ReviewCase> {
    const at = now(clock)
    const stored = await reviews.evidence(review.id)
    const attachments = await lockedParts(deps.documents, { ...review, caseNumber }, stored, annex!, at)
    const moved = { kind: 'moved', detail: { note, caseNumber, annex } } as const
    return append(review, moved, principal, { state: 'evidence_locked', at, attachments })
  }

  return {
    async move(id, revision, request, principal) {
      const review = await editable(id, revision, principal, (...of) =>
        permissions.requireMove(...of, request.to),
      )
      requireStep(review, request)
      const { to } = request
      if (to === 'evidence_locked') return lock(review, request, principal)
      const content = eventContentOf(request)
      const at = now(clock)
      const attachments = await documentAfter(
        reviews,
        review,
        eventOf(content, step(review, to, at), principal),
      )
      return append(review, content, principal, { state: to, at, attachments })
    },
    async weigh(id, revision, weighing, principal) {
      const review = await editable(id, revision, principal)
      requireUndecided(review)
      return append(review, { kind: 'weighed', detail: weighing }, principal)
    },
    async fill(id, revision, filled, principal) {
      const review = await editable(id, revision, principal)
      if (!isOpen(review)) throw new DomainError('conflict', CHECKLIST_RULES.locked)
      return append(review, { kind: 'checklist_filled', detail: filled }, principal)
    },
    async consult(id, revision, entry, principal) {
      const review = await editable(id, revision, principal)
      if (review.state !== 'consultation' && review.state !== 'weighing') {
        throw new DomainError('conflict', 'Parties are consulted between the lock and the decision.')
      }
      if ('number' in entry) {
        requireUnanswered(review, entry.number)
        return append(review, { kind: 'answered', detail: entry }, principal)
      }
      if (review.consultations.length >= MAX_CONSULTATIONS) {
        throw new DomainError('too-large', `consultations: at most ${MAX_CONSULTATIONS}`)
      }
      return append(review, { kind: 'consulted', detail: entry }, principal)
    },
    async publish(id, revision, reason, principal) {
      const review = await caseOf(id)
      permissions.requirePublish(principal, review)
      requireRevision(review, revision)
      const publicDocument = await reviews.publicDocument(id)
      if (review.decision === null || publicDocument === null) {
        throw new DomainError('conflict', 'Only the public document of a decided review is published.')
      }
      if (review.published?.stage === publicDocument.stage) return review
      requireReasonToPublish(review, reason)
      const detail = { stage: publicDocument.stage, ...(reason === null ? {} : { reason }) }
      return append(review, { kind: 'published', detail }, principal)
    },
    async withdraw(id, revision, reason, principal) {
      const review = await caseOf(id)
      requireRevision(review, revision)
      if (review.published === null) throw new DomainError('conflict', 'The document is not published.')
      return append(review, { kind: 'withdrawn', detail: { reason } }, principal)
    },
  }
}

function eventContentOf({
  to,
  decision,
  note = null,
  board = null,
  caseNumber = null,
}: StepRequest): ReviewEventContent {
  if (to === 'decided') return { kind: 'decided', detail: { decision: decision!, note, board, caseNumber } }
  if (to === 'followed_up') return { kind: 'followed_up', detail: { note: note! } }
  return { kind: 'moved', detail: { note } }
}

/** The public document extended by a decision or follow-up; nothing for other steps. */
async function documentAfter(
  reviews: ReviewRepository,
  review: ReviewCase,
  event: ReviewEvent,
): Promise<ReviewAttachments> {
  if (event.state !== 'decided' && event.state !== 'followed_up') return {}
  const [stored, publicDocument] = await Promise.all([
    reviews.find(review.id),
    reviews.publicDocument(review.id),
  ])
  if (stored === null || publicDocument === null)
    throw new TypeError(`Review ${review.id} is locked without a public document.`)
  const later: StoredReview = { ...stored, events: [...stored.events, event] }
  const extended = extendedDocument(JSON.parse(publicDocument.text) as DocumentCore, reviewCase(later))
  return { publicDocument: storable(extended, publicDocument.footprint) }
}

function step(review: ReviewCase, state: ReviewState, at: string) {
  return { revision: review.revision + 1, state, at }
}

/** An event with its actor and time. */
export function eventOf(
  content: ReviewEventContent,
  when: Pick<ReviewEvent, 'revision' | 'state' | 'at'>,
  { actor }: Principal,
): ReviewEvent {
  const actorName = actor.kind === 'account' || actor.kind === 'key' ? actor.name : null
  return { ...content, ...when, actor: actorReference(actor), actorName }
}

function requireRevision(review: ReviewCase, revision: number | null): void {
  if (review.revision >= MAX_EVENTS)
    throw new DomainError('too-large', `A review has at most ${MAX_EVENTS} events.`)
  if (revision === null || revision === review.revision) return
  throw new DomainError('precondition-failed', 'The review has changed meanwhile; read it again.')
}

function requireUndecided(review: ReviewCase): void {
  if (review.decision === null) return
  throw new DomainError('conflict', 'The review is decided; what was weighed stays as it was.')
}

function requireUnanswered(review: ReviewCase, number: number): void {
  const requested = review.consultations.find((consultation) => consultation.number === number)
  if (requested === undefined) throw invalidParameter('number', number, 'the number of a consultation')
  if (requested.answeredOn !== null) throw new DomainError('conflict', 'That party has answered already.')
}

function now(clock: Clock): string {
  return new Date(clock.nowMs()).toISOString()
}
