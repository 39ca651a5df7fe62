import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import { DomainError } from '../../engine/errors.ts'
import { sealedSha256 } from '../review-seal.ts'
import type { Seal, StoredEvidence } from '../review.ts'
import type { PastLease } from '../../platform/feed/as-of.ts'
import type { Basis, Verification } from './verification.ts'
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
  /** The snapshot at a stored `visible` text, as far as it is kept; rejects `unprocessable` for one of another database. */
  readonly openAsOf: (visible: string) => Promise<PastLease>
}

/**
 * Computes an evidence again as of its version, for the audience that it was computed for, and compares the bytes.
 * Of what an earlier version of the method computed, only the parts that were stored are compared. Where retention has taken rows since, the figures are computed from those that are left: most often what went is older
 * than what they count.
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
  const isSame = isWordsOnly(found.differences) && found.recomputedSha256 !== null
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

/** Earlier versions had fewer parts. */
type StoredParts = Partial<Evidence> & Pick<Evidence, 'provenance'>

type Recomputed = Pick<Verification, 'basis' | 'versionRebuilt' | 'recomputedSha256' | 'differences'>

async function computedAgain(
  deps: VerifyDeps,
  stored: StoredEvidence,
  proposalId: number | null,
  options: CheckOptions | undefined,
): Promise<Recomputed> {
  const nothing = { versionRebuilt: false, recomputedSha256: null, differences: [] } as const
  const past = stored.epoch === currentEpoch(deps) ? await unlessRefused(deps.openAsOf(stored.visible)) : null
  if (past === null) return { ...nothing, basis: 'restored' }
  try {
    const versionRebuilt = past.snapshot.version === stored.snapshotVersion
    if (!versionRebuilt && !past.erasedSince) return { ...nothing, basis: 'altered' }
    const was = JSON.parse(stored.evidence) as StoredParts
    const { query, snapshotVersion } = was.provenance
    const asked = deps.checks.checkOn(
      past.snapshot,
      requestOf(query, proposalId),
      audienceOfEvidence(query),
      options,
    )
    const again = await (versionRebuilt ? asked : unlessRefused(asked))
    if (again === null) return { ...nothing, basis: 'erased' }
    const recomputed = comparablePart(was, again.evidence)
    const recomputedSha256 = sha256Hex(canonicalJson(recomputed))
    const provenance = { ...again.evidence.provenance, snapshotVersion }
    const differences = partsThatDiffer(was, { ...recomputed, provenance })
    const isErased = past.erasedSince && (!versionRebuilt || differences.length > 0)
    return { basis: basisOf(was, isErased, differences), versionRebuilt, recomputedSha256, differences }
  } finally {
    past.release()
  }
}

/**
 * The version covers incidents and areas: of other layers only a difference tells that their former states are erased.
 *
 * @param isErased whether rows that it rests on are
 */
function basisOf(was: StoredParts, isErased: boolean, differences: readonly string[]): Basis {
  if (isErased) return 'erased'
  return isOfOtherMethod(was) && !isWordsOnly(differences) ? 'other-method' : 'whole'
}

const isWordsOnly = (differences: readonly string[]) => differences.every((part) => part === 'findings')

/** Null where what is left will not do. */
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

/** The question that an evidence answers, as it was asked. */
function requestOf(query: CheckQuery, proposalId: number | null): CheckRequest {
  const { from, to } = query.asked ?? query
  return {
    geometry: query.geometry,
    fromMinute: Date.parse(from) / 60_000,
    toMinute: Date.parse(to) / 60_000,
    ringMetres: query.ringMetres,
    edgeMetres: query.edgeMetres,
    proposalId,
  }
}

/** Of an evidence that an earlier method made, only the parts that it has. */
function comparablePart(was: StoredParts, recomputed: Evidence): StoredParts {
  if (!isOfOtherMethod(was)) return recomputed
  const kept = Object.entries(recomputed).filter(([key]) => key in was && key !== 'method')
  return Object.fromEntries(kept) as StoredParts
}

function partsThatDiffer(was: StoredParts, recomputed: StoredParts): readonly string[] {
  const keys = Object.keys(recomputed) as (keyof Evidence)[]
  return keys.filter((key) => canonicalJson(was[key] ?? null) !== canonicalJson(recomputed[key]))
}
