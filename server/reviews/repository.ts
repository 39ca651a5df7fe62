import type { HandlingRepository, HandlingStage } from './handlings/handling.ts'
import type {
  ReviewAttachments,
  ReviewEvent,
  Seal,
  StoredEvidence,
  StoredHandling,
  StoredReview,
} from './review.ts'
import type { ToldCount } from '../releases/index.ts'

/** Reviews: an append-only log, versions of evidence, a seal and handlings. */
export interface ReviewRepository extends HandlingRepository, ToldCount {
  /** The review, its first event and its first evidence at once. */
  open(
    review: Omit<StoredReview, 'id' | 'events'>,
    event: ReviewEvent,
    evidence: Omit<StoredEvidence, 'reviewId'>,
  ): Promise<StoredReview>
  find(id: number): Promise<StoredReview | null>
  /** Oldest first. */
  listForProposal(proposalId: number): Promise<readonly StoredReview[]>
  /** The newest reviews of all proposals, newest first. */
  latest(limit: number): Promise<readonly StoredReview[]>
  /** The last version. */
  evidence(reviewId: number): Promise<StoredEvidence | null>
  seal(reviewId: number): Promise<Seal | null>
  /** The handling of the furthest stage, or of the one asked for. */
  handling(reviewId: number, stage?: HandlingStage): Promise<StoredHandling | null>
  /**
   * Adds an event whose revision must be the next.
   *
   * @throws DomainError `precondition-failed` when the review has changed, `Overtaken` when something was told that the
   *   attack does not know of
   */
  append(reviewId: number, event: ReviewEvent, attachments?: ReviewAttachments): Promise<StoredReview>
}
