import { randomBytes } from 'node:crypto'
import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import { DomainError } from '../../engine/errors.ts'
import {
  type Handling,
  handlingOf,
  type KeptSurroundings,
  type Surroundings,
} from '../handlings/handling-document.ts'
import type { Proposal } from '../../engine/snapshot/features.ts'
import { figuresOfHandling } from '../handlings/handling-figures.ts'
import { SALT_BYTES, sealedSha256 } from '../review-seal.ts'
import type { ReviewCase } from '../review-case.ts'
import type { ReviewAttachments } from '../review.ts'
import { toldBefore } from './told-before.ts'
import type { ReviewRepository } from '../repository.ts'
import type { Evidence } from '../../checks/index.ts'
import type { GivesAway, ReviewFigure } from '../../releases/index.ts'

export interface LockDeps {
  readonly reviews: Pick<ReviewRepository, 'evidence' | 'publishedReviewFigures' | 'told'>
  /** The proposal as it is called now; null when it is kept no longer. */
  readonly proposal: (id: number) => Proposal | null
  /** Of the premises as they are now. */
  readonly premisesDigest: () => string
  readonly givesAway: GivesAway
}

/**
 * What locking a review adds to it: the seal of its evidence and the handling that may be filed.
 *
 * @param lockedAt ISO instant
 * @throws DomainError `conflict` when the evidence is of a time before handlings, or before the premises were what they
 *   are now, and must be computed again
 */
export async function lockedParts(
  { reviews, proposal, premisesDigest, givesAway }: LockDeps,
  review: Pick<ReviewCase, 'id' | 'proposalId' | 'caseNumber'>,
  lockedAt: string,
): Promise<ReviewAttachments> {
  const told = await reviews.told()
  const [stored, figures] = await Promise.all([reviews.evidence(review.id), reviews.publishedReviewFigures()])
  const surroundings = stored === null ? null : (JSON.parse(stored.surroundings) as KeptSurroundings | null)
  if (stored === null || surroundings?.atPremises === undefined || surroundings.fileable === undefined) {
    throw new DomainError(
      'conflict',
      'The evidence was computed by an earlier version; compute it again first.',
    )
  }
  if (surroundings.atPremises.digest !== premisesDigest()) {
    const why =
      'Schools or other premises have changed since the evidence was computed; compute it again first.'
    throw new DomainError('conflict', why)
  }
  const evidence = JSON.parse(stored.evidence) as Evidence
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const seal = { version: stored.version, salt, sha256: sealedSha256(salt, stored.evidence) }
  const named = review.proposalId === null ? null : proposal(review.proposalId)
  const full = handlingOf(evidence, {
    reviewId: review.id,
    title: named?.properties.title ?? `${review.id}`,
    caseNumber: review.caseNumber,
    evidenceSha256: seal.sha256,
    lockedAt,
    surroundings,
    fileable: surroundings.fileable,
    atPremises: surroundings.atPremises,
    toldBefore: toldBefore(evidence.provenance.query, surroundings.fileable.zones, {
      footprint: surroundings.footprint,
      figures,
    }),
  })
  const fresh = figuresOfHandling(full, surroundings.footprint)
  const handling = fresh.some(isTold) && (await givesAway(figures, fresh)) ? silent(full) : full
  return { seal, told, handling: storable(handling, surroundings.footprint) }
}

function isTold({ count }: Pick<ReviewFigure, 'count'>): boolean {
  return count !== 'withheld' && count !== 'not-covered'
}

/** A handling that tells no figure: all of them, for which ones are missing would tell something too. */
function silent(handling: Handling): Handling {
  const figures = handling.figures.map((figure) =>
    isTold(figure) ? { ...figure, count: 'withheld' as const } : figure,
  )
  return { ...handling, figures }
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
