import { randomBytes } from 'node:crypto'
import { canonicalJson, sha256Hex } from '../../domain/canonical-json.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { type Handling, handlingOf, type Surroundings } from '../../domain/handling-document.ts'
import type { Proposal } from '../../domain/features.ts'
import { SALT_BYTES, sealedSha256 } from '../../domain/review-seal.ts'
import type { ReviewAttachments, ReviewRepository } from '../../domain/review.ts'
import { toldBefore } from './told-before.ts'

export interface LockDeps {
  readonly reviews: Pick<ReviewRepository, 'evidence' | 'publishedReviewFigures' | 'lastHandlingId'>
  /** The proposal as it is called now; null when it is kept no longer. */
  readonly proposal: (id: number) => Proposal | null
}

/**
 * What locking a review adds to it: the seal of its evidence and the handling that may be filed.
 *
 * @param lockedAt ISO instant
 * @throws DomainError `conflict` when the evidence is of a time before handlings and must be computed again
 */
export async function lockedParts(
  { reviews, proposal }: LockDeps,
  review: { readonly id: number; readonly proposalId: number | null },
  lockedAt: string,
): Promise<ReviewAttachments> {
  const lastHandlingId = await reviews.lastHandlingId()
  const [stored, figures] = await Promise.all([reviews.evidence(review.id), reviews.publishedReviewFigures()])
  const surroundings = stored === null ? null : (JSON.parse(stored.surroundings) as Surroundings | null)
  if (stored === null || surroundings === null) {
    throw new DomainError(
      'conflict',
      'The evidence was computed by an earlier version; compute it again first.',
    )
  }
  const evidence = JSON.parse(stored.evidence) as Evidence
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const seal = { version: stored.version, salt, sha256: sealedSha256(salt, stored.evidence) }
  const named = review.proposalId === null ? null : proposal(review.proposalId)
  const handling = handlingOf(evidence, {
    reviewId: review.id,
    title: named?.properties.title ?? `${review.id}`,
    caseNumber: named?.properties.caseNumber ?? null,
    evidenceSha256: seal.sha256,
    lockedAt,
    surroundings,
    toldBefore: toldBefore(evidence, surroundings.footprint, figures),
  })
  return { seal, lastHandlingId, handling: storable(handling, surroundings.footprint) }
}

/** A handling with its hash, as it is kept. */
export function storable(
  handling: Handling,
  footprint: Surroundings['footprint'] | string,
): NonNullable<ReviewAttachments['handling']> {
  const text = canonicalJson(handling)
  return {
    stage: handling.stage,
    handling: text,
    sha256: sha256Hex(text),
    footprint: typeof footprint === 'string' ? footprint : JSON.stringify(footprint),
  }
}
