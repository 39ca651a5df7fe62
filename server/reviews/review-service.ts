import type { Audience } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'
import { DomainError, notFound } from '../engine/errors.ts'
import { type ReviewCase, reviewCase } from './review-case.ts'
import { createReviewPermissions, type ReviewPermissions } from './review-permissions.ts'
import { isOpen } from './review-rules.ts'
import type { Seal, StoredEvidence, StoredDocument, StoredReview } from './review.ts'
import { computeReviewEvidence, type EvidenceDeps } from './evidence/compute-review-evidence.ts'
import { createDocumentMaker, type DocumentMakerDeps } from './documents/document-maker.ts'
import { type DocumentPreview, documentPreview } from './documents/document-preview.ts'
import { type Verification, verificationOfErased } from './evidence/verification.ts'
import { verifyEvidence, type VerifyDeps } from './evidence/verify-evidence.ts'
import { createReviewWorkflow, eventOf, type ReviewWorkflow } from './workflow/workflow.ts'
import type { ReviewRepository } from './repository.ts'
import {
  type CheckOptions,
  type CheckQuery,
  type Evidence,
  mayReadEvidence,
  type ReviewOptions,
} from '../checks/index.ts'

export type { ReviewOptions, Verification }

export interface ReviewServiceDeps extends EvidenceDeps, VerifyDeps {
  readonly snapshots: EvidenceDeps['snapshots']
  readonly checks: EvidenceDeps['checks']
  readonly reviews: ReviewRepository
  readonly releases: DocumentMakerDeps['releases']
  readonly needs: DocumentMakerDeps['needs']
  /** Whether a review must be locked and published by a person who has not written it. */
  readonly secondPerson: boolean
}

/** A review with the evidence that the reader may see. */
export interface ReviewWithEvidence {
  readonly review: ReviewCase
  /** Null for a reader who may not see figures computed for analysts, and once it is erased. */
  readonly evidence: StoredEvidence | null
  /** Whether the evidence was erased, past its retention. */
  readonly evidenceErased: boolean
  /** Null before the lock. */
  readonly seal: Seal | null
}

export interface ReviewService extends ReviewWorkflow {
  readonly permissions: ReviewPermissions
  /** Computes the evidence of a stored proposal and opens a review of it. */
  open(
    proposalId: number,
    request: ReviewOptions,
    principal: Principal,
    options?: CheckOptions,
  ): Promise<ReviewWithEvidence>
  /** Recomputes the evidence, unless it is locked. */
  recompute(
    id: number,
    revision: number,
    request: ReviewOptions,
    principal: Principal,
    options?: CheckOptions,
  ): Promise<ReviewWithEvidence>
  find(id: number, audience: Audience): Promise<ReviewWithEvidence>
  listForProposal(proposalId: number): Promise<readonly ReviewCase[]>
  /** The latest reviews of all proposals, newest first. */
  latest(limit: number): Promise<readonly ReviewCase[]>
  /**
   * The public document as it would be filed now.
   *
   * @throws DomainError `not-found` for a missing review, `conflict` where its evidence is erased before the lock
   */
  preview(id: number, audience: Audience): Promise<DocumentPreview>
  /** @throws DomainError `not-found` for a missing review, `conflict` before the lock */
  publicDocument(id: number): Promise<StoredDocument>
  /** Recomputes a review as of its version and compares the bytes. */
  verify(id: number, audience: Audience, options?: CheckOptions): Promise<Verification>
}

/** The service of reviews: evidence stored with its hash and recomputable, and the steps to a decision. */
export function createReviewService(deps: ReviewServiceDeps): ReviewService {
  const { reviews, snapshots, clock } = deps
  const documents = createDocumentMaker(deps)
  const permissions = createReviewPermissions(deps.secondPerson)
  const proposalOf = (id: number) => {
    const { snapshot, release } = snapshots.acquire()
    release()
    return snapshot.layers.features('proposals').find((proposal) => proposal.id === id) ?? null
  }
  const workflow = createReviewWorkflow({ reviews, clock, permissions, documents })

  async function find(id: number, audience: Audience): Promise<ReviewWithEvidence> {
    const [stored, evidence, seal] = await Promise.all([
      reviews.find(id),
      reviews.evidence(id),
      reviews.seal(id),
    ])
    if (stored === null) throw notFound('review', id)
    const { snapshot, release } = snapshots.acquire()
    release()
    return {
      review: reviewCase(stored),
      evidence: evidence && maySeeEvidence(audience, evidence, snapshot.layers.sources) ? evidence : null,
      evidenceErased: evidence === null,
      seal,
    }
  }

  return {
    ...workflow,
    permissions,
    find,
    async open(proposalId, request, principal, options) {
      const computed = await computeReviewEvidence(deps, proposalId, request, principal, options)
      const evidence = { ...computed, version: 1 }
      const when = { revision: 1, state: 'draft', at: computed.computedAt } as const
      const event = eventOf({ kind: 'opened', detail: {} }, when, principal)
      const stored = await reviews.open({ proposalId, createdAt: computed.computedAt }, event, evidence)
      return asComputed(stored, evidence)
    },
    async recompute(id, revision, request, principal, options) {
      const [{ review }, former] = await Promise.all([find(id, principal.audience), reviews.evidence(id)])
      permissions.requireEdit(principal, review)
      if (review.revision !== revision)
        throw new DomainError('precondition-failed', 'The review has changed meanwhile; read it again.')
      if (!isOpen(review)) throw new DomainError('conflict', 'The evidence is locked.')
      if (review.proposalId === null) throw notFound('proposal', id)
      // For the audience of the earlier evidence, so that its readers can still read it after an analyst has
      // recomputed it.
      const audience = former === null ? principal.audience : readerOf(former, principal.audience)
      const requested = { ...principal, audience }
      const computed = await computeReviewEvidence(deps, review.proposalId, request, requested, options)
      const version = (former?.version ?? 0) + 1
      const evidence = { ...computed, version }
      const when = { revision: revision + 1, state: review.state, at: computed.computedAt }
      const event = eventOf({ kind: 'computed', detail: { version } }, when, principal)
      const stored = await reviews.append(id, event, { evidence })
      return asComputed(stored, evidence)
    },
    async listForProposal(proposalId) {
      if (proposalOf(proposalId) === null) throw notFound('proposal', proposalId)
      return (await reviews.listForProposal(proposalId)).map(reviewCase)
    },
    async latest(limit) {
      return (await reviews.latest(limit)).map(reviewCase)
    },
    async preview(id, audience) {
      const { review, evidence } = await find(id, audience)
      const [stored, filed] = await Promise.all([reviews.evidence(id), reviews.publicDocument(id)])
      const now = new Date(clock.nowMs()).toISOString()
      const found = await documentPreview(documents, review, { stored, filed }, evidence !== null, now)
      if (found === null) throw new DomainError('conflict', 'The evidence is erased; compute it again first.')
      return found
    },
    async publicDocument(id) {
      const [stored, publicDocument] = await Promise.all([reviews.find(id), reviews.publicDocument(id)])
      if (stored === null) throw notFound('review', id)
      if (publicDocument === null)
        throw new DomainError('conflict', 'There is no public document before the evidence is locked.')
      return publicDocument
    },
    async verify(id, audience, options) {
      const { review, evidence, evidenceErased, seal } = await find(id, audience)
      if (evidenceErased) return verificationOfErased(id)
      if (evidence === null)
        throw new DomainError(
          'forbidden',
          'This evidence was computed for others, from sources not open to you.',
        )
      return verifyEvidence(deps, evidence, seal, review.proposalId, options)
    },
  }
}

/** A review with evidence just computed by its reader. */
function asComputed(stored: StoredReview, evidence: Omit<StoredEvidence, 'reviewId'>): ReviewWithEvidence {
  const review = reviewCase(stored)
  return { review, evidence: { ...evidence, reviewId: review.id }, evidenceErased: false, seal: null }
}

function maySeeEvidence(
  audience: Audience,
  { evidence }: StoredEvidence,
  sources: Parameters<typeof mayReadEvidence>[2],
): boolean {
  return mayReadEvidence(audience, (JSON.parse(evidence) as Evidence).provenance, sources)
}

/** The audience for recomputing evidence: the role of the earlier evidence, else the caller's; always the caller's organisation. */
function readerOf(former: StoredEvidence, principal: Audience): Audience {
  const { limitedTo } = queryOf(former)
  return limitedTo === undefined || principal.role === 'operator'
    ? principal
    : { ...principal, role: limitedTo }
}

function queryOf({ evidence }: StoredEvidence): CheckQuery {
  return (JSON.parse(evidence) as Evidence).provenance.query
}
