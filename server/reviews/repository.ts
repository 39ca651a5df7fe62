import type { ConsultationLink } from './consultation-links/link.ts'
import type { DocumentRepository, DocumentStage } from './documents/document-stages.ts'
import type {
  ReviewAttachments,
  ReviewEvent,
  Seal,
  StoredEvidence,
  StoredDocument,
  StoredReview,
} from './review.ts'

/** Reviews: an append-only log, versions of evidence, a seal and public documents. */
export interface ReviewRepository extends DocumentRepository {
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
  /** The public document of the latest stage, or of a given one. */
  publicDocument(reviewId: number, stage?: DocumentStage): Promise<StoredDocument | null>
  /**
   * Adds an event whose revision must be the next.
   *
   * @throws DomainError `precondition-failed` when the review has changed
   */
  append(reviewId: number, event: ReviewEvent, attachments?: ReviewAttachments): Promise<StoredReview>
}

/** Links to respond by, found by the hash of their token. */
export interface ConsultationLinkRepository {
  insert(link: Omit<ConsultationLink, 'id' | 'revokedAt'>, tokenHash: string): Promise<ConsultationLink>
  findByHash(tokenHash: string): Promise<ConsultationLink | null>
  find(id: number): Promise<ConsultationLink | null>
  /** Of a review, in the order in which they were made. */
  list(reviewId: number): Promise<readonly ConsultationLink[]>
  /** One that is revoked already stays so. */
  revoke(id: number, step: ConsultationLink['made']): Promise<ConsultationLink | null>
}
