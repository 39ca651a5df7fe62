import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import { DomainError } from '../../engine/errors.ts'
import { sealedSha256 } from '../review-seal.ts'
import type { Seal, StoredEvidence } from '../review.ts'
import type { PastLease } from '../../platform/feed/as-of.ts'
import type { Verification } from './verification.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import {
  audienceOfEvidence,
  type CheckOptions,
  type CheckQuery,
  type CheckRequest,
  type CheckService,
  type Evidence,
  isOfOtherMethod,
} from '../../checks/index.ts'

export interface VerifyDeps {
  readonly checks: Pick<CheckService, 'checkOn'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  /**
   * The snapshot at a stored `visible` text, as far as history is kept; rejects `unprocessable` for another database.
   */
  readonly openAsOf: (visible: string) => Promise<PastLease>
}

/**
 * Recomputes evidence as of its version, for its original audience, and compares the bytes. For another version of
 * the method only the stored bytes and the seal are verified. Where retention has erased rows since, the figures are
 * computed from the remaining ones: erased rows are usually older than the counted period.
 */
export async function verifyEvidence(
  deps: VerifyDeps,
  stored: StoredEvidence,
  seal: Seal | null,
  proposalId: number | null,
  options?: CheckOptions,
): Promise<Verification> {
  const storedIntact = sha256Hex(stored.evidence) === stored.sha256
  const sealIntact = seal && seal.salt !== null && sealedSha256(seal.salt, stored.evidence) === seal.sha256
  const found = await computedAgain(deps, stored, proposalId, options)
  const intact = storedIntact && sealIntact !== false
  const isSame = isWordingOnly(found.differences) && found.recomputedSha256 !== null
  return {
    reviewId: stored.reviewId,
    storedSha256: stored.sha256,
    storedIntact,
    sealIntact,
    ...found,
    agrees: intact && found.recomputedSha256 === stored.sha256,
    figuresAgree: intact && isSame,
  }
}

type Recomputed = Pick<Verification, 'basis' | 'versionRebuilt' | 'recomputedSha256' | 'differences'>

async function computedAgain(
  deps: VerifyDeps,
  stored: StoredEvidence,
  proposalId: number | null,
  options: CheckOptions | undefined,
): Promise<Recomputed> {
  const nothing = { versionRebuilt: false, recomputedSha256: null, differences: [] } as const
  const was = JSON.parse(stored.evidence) as Evidence
  if (isOfOtherMethod(was)) return { ...nothing, basis: 'other-method' }
  const past = stored.epoch === currentEpoch(deps) ? await unlessRefused(deps.openAsOf(stored.visible)) : null
  if (past === null) return { ...nothing, basis: 'restored' }
  try {
    const versionRebuilt = past.snapshot.version === stored.snapshotVersion
    if (!versionRebuilt && !past.erasedSince) return { ...nothing, basis: 'altered' }
    const { query, snapshotVersion } = was.provenance
    const requested = deps.checks.checkOn(
      past.snapshot,
      requestOf(query, proposalId),
      audienceOfEvidence(query),
      options,
    )
    const again = await (versionRebuilt ? requested : unlessRefused(requested))
    if (again === null) return { ...nothing, basis: 'erased' }
    const recomputed = again.evidence
    const recomputedSha256 = sha256Hex(canonicalJson(recomputed))
    const provenance = { ...again.evidence.provenance, snapshotVersion }
    const differences = partsThatDiffer(was, { ...recomputed, provenance })
    // The version covers incidents and areas; for other layers only a difference shows that states are erased.
    const isErased = past.erasedSince && (!versionRebuilt || differences.length > 0)
    return { basis: isErased ? 'erased' : 'whole', versionRebuilt, recomputedSha256, differences }
  } finally {
    past.release()
  }
}

const isWordingOnly = (differences: readonly string[]) => differences.every((part) => part === 'findings')

/** Null where the remaining data do not suffice. */
async function unlessRefused<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'unprocessable') return null
    throw error
  })
}

function currentEpoch({ snapshots }: VerifyDeps): string {
  const { snapshot, release } = snapshots.acquire()
  release()
  return snapshot.position.epoch
}

/** The original request of stored evidence. */
export function requestOf(query: CheckQuery, proposalId: number | null): CheckRequest {
  return {
    geometry: query.geometry,
    fromMinute: Date.parse(query.from) / 60_000,
    toMinute: Date.parse(query.to) / 60_000,
    ...(query.asked === undefined ? {} : { asked: query.asked }),
    ringMetres: query.ringMetres,
    edgeMetres: query.edgeMetres,
    proposalId,
  }
}

function partsThatDiffer(was: Evidence, recomputed: Evidence): readonly string[] {
  const keys = Object.keys(recomputed) as (keyof Evidence)[]
  return keys.filter((key) => canonicalJson(was[key] ?? null) !== canonicalJson(recomputed[key]))
}
