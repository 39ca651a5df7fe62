import type { Audience } from '../domain/audience.ts'
import { canonicalJson, sha256Hex } from '../domain/canonical-json.ts'
import type { Clock } from '../domain/clock.ts'
import { DomainError, notFound } from '../domain/errors.ts'
import type { Evidence } from '../domain/evidence.ts'
import type { ReviewRepository, StoredReview } from '../domain/ports.ts'
import type { Lease, SnapshotStore } from '../snapshot/types.ts'
import type { CheckOptions, CheckService } from './check/check-service.ts'
import type { CheckRequest } from './check/request.ts'

/** What a verification found. */
export interface Verification {
  readonly reviewId: number
  readonly agrees: boolean
  /** Every figure came out the same; when `agrees` is false, only the words of findings are others since. */
  readonly figuresAgree: boolean
  /** The stored bytes still have the stored hash. */
  readonly storedIntact: boolean
  /** The data as of the review could be rebuilt and has its version. */
  readonly versionRebuilt: boolean
  readonly storedSha256: string
  readonly recomputedSha256: string | null
  /** Parts of the evidence that came out otherwise. */
  readonly differences: readonly string[]
}

export interface ReviewServiceDeps {
  readonly checks: CheckService
  readonly reviews: ReviewRepository
  readonly snapshots: Pick<SnapshotStore, 'acquire' | 'refresh'>
  /** The snapshot as it was at a stored `visible` text; rejects `unprocessable` when its data is gone. */
  readonly openAsOf: (visible: string, version: string) => Promise<Lease>
  readonly clock: Clock
}

export type ReviewOptions = Pick<CheckRequest, 'fromMinute' | 'toMinute' | 'ringMetres' | 'edgeMetres'>

export interface ReviewService {
  /** Computes the evidence of a stored proposal and keeps it. */
  open(
    proposalId: number,
    request: ReviewOptions,
    audience: Audience,
    options?: CheckOptions,
  ): Promise<StoredReview>
  find(id: number, audience: Audience): Promise<StoredReview>
  listForProposal(proposalId: number, audience: Audience): Promise<readonly StoredReview[]>
  /** Recomputes a review as of its version and compares the bytes. */
  verify(id: number, audience: Audience, options?: CheckOptions): Promise<Verification>
}

/** Reviews: evidence that is kept with its hash, and can be computed again. */
export function createReviewService(deps: ReviewServiceDeps): ReviewService {
  async function find(id: number): Promise<StoredReview> {
    const review = await deps.reviews.find(id)
    if (review === null) throw notFound('review', id)
    return review
  }

  return {
    async open(proposalId, request, audience, options) {
      await deps.snapshots.refresh()
      const { snapshot, release } = deps.snapshots.acquire()
      try {
        const proposal = snapshot.layers.features('proposals').find(({ id }) => id === proposalId)
        if (proposal === undefined) throw notFound('proposal', proposalId)
        const { geometry } = proposal
        const asked = { ...request, geometry, proposalId }
        const { evidence, sha256 } = await deps.checks.checkOn(snapshot, asked, audience, options)
        return await deps.reviews.insert({
          proposalId,
          snapshotVersion: snapshot.version,
          visible: snapshot.position.visible,
          epoch: snapshot.position.epoch,
          state: 'draft',
          createdAt: new Date(deps.clock.nowMs()).toISOString(),
          evidence: canonicalJson(evidence),
          sha256,
        })
      } finally {
        release()
      }
    },
    find,
    listForProposal: (proposalId) => deps.reviews.listForProposal(proposalId),
    async verify(id, audience, options) {
      const review = await find(id)
      const storedIntact = sha256Hex(review.evidence) === review.sha256
      const base = { reviewId: id, storedIntact, storedSha256: review.sha256 }
      const lease = await rebuilt(deps, review)
      if (lease === null) {
        return {
          ...base,
          agrees: false,
          figuresAgree: false,
          versionRebuilt: false,
          recomputedSha256: null,
          differences: [],
        }
      }
      try {
        const asked = requestOf(review)
        const { evidence, sha256 } = await deps.checks.checkOn(lease.snapshot, asked, audience, options)
        const differences = partsThatDiffer(JSON.parse(review.evidence), evidence)
        const agrees = storedIntact && sha256 === review.sha256
        const figuresAgree = storedIntact && differences.every((part) => part === 'findings')
        return { ...base, agrees, figuresAgree, versionRebuilt: true, recomputedSha256: sha256, differences }
      } finally {
        lease.release()
      }
    },
  }
}

/**
 * The snapshot of a review's version, null when its data can no longer be rebuilt: what must go by retention is gone, or
 * the database was restored since, and transactions of the former one mean nothing in it.
 */
async function rebuilt(deps: ReviewServiceDeps, review: StoredReview): Promise<Lease | null> {
  if (review.epoch !== currentEpoch(deps)) return null
  try {
    const lease = await deps.openAsOf(review.visible, review.snapshotVersion)
    if (lease.snapshot.version === review.snapshotVersion) return lease
    lease.release()
    return null
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unprocessable') return null
    throw error
  }
}

function currentEpoch({ snapshots }: ReviewServiceDeps): string {
  const { snapshot, release } = snapshots.acquire()
  release()
  return snapshot.position.epoch
}

/** The question that a review answered, read from its own evidence. */
function requestOf(review: StoredReview): CheckRequest {
  const { query } = (JSON.parse(review.evidence) as Evidence).provenance
  return {
    geometry: query.geometry,
    fromMinute: Date.parse(query.from) / 60_000,
    toMinute: Date.parse(query.to) / 60_000,
    ringMetres: query.ringMetres,
    edgeMetres: query.edgeMetres,
    proposalId: review.proposalId,
  }
}

function partsThatDiffer(stored: Evidence, recomputed: Evidence): readonly string[] {
  const keys = Object.keys(recomputed) as (keyof Evidence)[]
  return keys.filter((key) => canonicalJson(stored[key] ?? null) !== canonicalJson(recomputed[key]))
}
