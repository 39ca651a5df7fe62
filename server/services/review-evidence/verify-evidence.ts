import { canonicalJson, sha256Hex } from '../../domain/canonical-json.ts'
import { DomainError } from '../../domain/errors.ts'
import { audienceOfEvidence } from '../../domain/permit-check.ts'
import type { CheckQuery, Evidence } from '../../domain/evidence.ts'
import { sealedSha256 } from '../../domain/review-seal.ts'
import type { Seal, StoredEvidence } from '../../domain/review.ts'
import type { Lease, SnapshotStore } from '../../snapshot/types.ts'
import type { CheckOptions, CheckService } from '../check/check-service.ts'
import type { CheckRequest } from '../check/request.ts'

/** What a verification found. */
export interface Verification {
  readonly reviewId: number
  readonly agrees: boolean
  /** Every figure came out the same; when `agrees` is false, only the words of findings are others since. */
  readonly figuresAgree: boolean
  /** The stored bytes still have the stored hash. */
  readonly storedIntact: boolean
  /** The stored bytes and the salt still have the hash that the handling shows; null before the lock. */
  readonly sealIntact: boolean | null
  /** The data as of the review could be rebuilt and has its version. */
  readonly versionRebuilt: boolean
  readonly storedSha256: string
  readonly recomputedSha256: string | null
  /** Parts of the evidence that came out otherwise. */
  readonly differences: readonly string[]
}

export interface VerifyDeps {
  readonly checks: Pick<CheckService, 'checkOn'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  /** The snapshot as it was at a stored `visible` text; rejects `unprocessable` when its data is gone. */
  readonly openAsOf: (visible: string, version: string) => Promise<Lease>
}

/** Computes an evidence again as of its version, for the audience that it was computed for, and compares the bytes. */
export async function verifyEvidence(
  deps: VerifyDeps,
  stored: StoredEvidence,
  seal: Seal | null,
  proposalId: number | null,
  options?: CheckOptions,
): Promise<Verification> {
  const storedIntact = sha256Hex(stored.evidence) === stored.sha256
  const sealIntact = seal && sealedSha256(seal.salt, stored.evidence) === seal.sha256
  const base = { reviewId: stored.reviewId, storedIntact, sealIntact, storedSha256: stored.sha256 }
  const lease = await rebuilt(deps, stored)
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
    const { query } = (JSON.parse(stored.evidence) as Evidence).provenance
    const asked = requestOf(query, proposalId)
    const audience = audienceOfEvidence(query)
    const { evidence, sha256 } = await deps.checks.checkOn(lease.snapshot, asked, audience, options)
    const differences = partsThatDiffer(JSON.parse(stored.evidence), evidence)
    const intact = storedIntact && sealIntact !== false
    const agrees = intact && sha256 === stored.sha256
    const figuresAgree = intact && differences.every((part) => part === 'findings')
    return { ...base, agrees, figuresAgree, versionRebuilt: true, recomputedSha256: sha256, differences }
  } finally {
    lease.release()
  }
}

/**
 * The snapshot of an evidence's version, null when its data can no longer be rebuilt: what must go by retention is gone,
 * or the database was restored since, and transactions of the former one mean nothing in it.
 */
async function rebuilt(deps: VerifyDeps, stored: StoredEvidence): Promise<Lease | null> {
  if (stored.epoch !== currentEpoch(deps)) return null
  try {
    const lease = await deps.openAsOf(stored.visible, stored.snapshotVersion)
    if (lease.snapshot.version === stored.snapshotVersion) return lease
    lease.release()
    return null
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unprocessable') return null
    throw error
  }
}

function currentEpoch({ snapshots }: VerifyDeps): string {
  const { snapshot, release } = snapshots.acquire()
  release()
  return snapshot.position.epoch
}

/** The question that an evidence answers, as it was asked. */
function requestOf(query: CheckQuery, proposalId: number | null): CheckRequest {
  return {
    geometry: query.geometry,
    fromMinute: Date.parse(query.from) / 60_000,
    toMinute: Date.parse(query.to) / 60_000,
    ringMetres: query.ringMetres,
    edgeMetres: query.edgeMetres,
    proposalId,
  }
}

function partsThatDiffer(stored: Evidence, recomputed: Evidence): readonly string[] {
  const keys = Object.keys(recomputed) as (keyof Evidence)[]
  return keys.filter((key) => canonicalJson(stored[key] ?? null) !== canonicalJson(recomputed[key]))
}
