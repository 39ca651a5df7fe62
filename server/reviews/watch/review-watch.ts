import {
  audienceOfEvidence,
  type CheckService,
  type Evidence,
  isOfOtherMethod,
  mayReadEvidence,
} from '../../checks/index.ts'
import type { Audience } from '../../platform/access/audience.ts'
import type { Clock } from '../../platform/clock.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { Log } from '../../platform/log.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'
import type { UnitService } from '../../units/index.ts'
import { requestOf } from '../evidence/verify-evidence.ts'
import type { ReviewRepository } from '../repository.ts'
import { type ReviewCase, reviewCase } from '../review-case.ts'
import { isOpen } from '../review-rules.ts'
import type { StoredEvidence } from '../review.ts'
import { compareFindings, type FindingChange } from './compare-findings.ts'

export const WATCH_STATES = ['same', 'changed', 'other-method', 'failed', 'postponed'] as const

/** An open review's evidence beside the same check on the data as they are now. */
export interface WatchedReview {
  readonly reviewId: number
  readonly proposalId: number | null
  /** The title of its proposal; null where that is gone. */
  readonly title: string | null
  /** `failed`: the check could not be made. `postponed`: others took the time; the next request makes it. */
  readonly state: (typeof WATCH_STATES)[number]
  /** Of the stored evidence. */
  readonly computedAt: string
  /** The latest cut, which the figures are counted as of; null before the first. */
  readonly cutAt: string | null
  readonly changes: readonly FindingChange[]
}

export interface ReviewWatch {
  /**
   * The reviews whose evidence is not locked, newest first, as far as the audience may read their evidence.
   *
   * @param reviewId only this one
   */
  list(audience: Audience, reviewId?: number): Promise<readonly WatchedReview[]>
}

interface Deps {
  readonly reviews: Pick<ReviewRepository, 'find' | 'latest' | 'evidence'>
  readonly checks: Pick<CheckService, 'checkOn'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly units: Pick<UnitService, 'ready'>
  readonly clock: Clock
  readonly log: Pick<Log, 'warn'>
}

/** Reviews among which the open ones are looked for, and how many of those are checked. */
const MAX_REVIEWS = 500
const MAX_WATCHED = 100
/** A list starts no further check after this. */
const LIST_MS = 5000

/** The same check on other data: made once for each evidence and version of the data. */
interface Recheck {
  readonly key: string
  readonly made: Promise<{ readonly now: Evidence; readonly changes: readonly FindingChange[] }>
}

/**
 * Compares open reviews with the data as they are when somebody reads it. Nothing is stored: the evidence says what
 * stood, the snapshot what stands, and a result is kept until either is another.
 */
export function createReviewWatch(deps: Deps): ReviewWatch {
  const { reviews, checks, snapshots, units, clock, log } = deps
  const kept = new Map<number, Recheck>()

  function recheck(snapshot: Snapshot, stored: StoredEvidence, before: Evidence, review: ReviewCase) {
    const { position, version, layers } = snapshot
    const key = [
      stored.sha256,
      position.epoch,
      version,
      layers.digest,
      layers.cut?.id,
      layers.cut?.purges,
    ].join('|')
    const known = kept.get(review.id)
    if (known?.key === key) return known.made
    const { query } = before.provenance
    const made = checks
      .checkOn(snapshot, requestOf(query, review.proposalId), audienceOfEvidence(query))
      .then(({ evidence: now }) => ({ now, changes: compareFindings(before, now) }))
    remember(review.id, { key, made })
    return made
  }

  function remember(id: number, one: Recheck): void {
    kept.delete(id)
    kept.set(id, one)
    const [oldest] = kept.keys()
    if (kept.size > MAX_WATCHED && oldest !== undefined) kept.delete(oldest)
    one.made.catch(() => kept.get(id) === one && kept.delete(id))
  }

  async function watched(
    snapshot: Snapshot,
    review: ReviewCase,
    audience: Audience,
    untilMs: number,
  ): Promise<readonly WatchedReview[]> {
    const stored = await reviews.evidence(review.id)
    if (stored === null) return []
    const { layers } = snapshot
    const before = JSON.parse(stored.evidence) as Evidence
    if (!mayReadEvidence(audience, before.provenance, layers.sources)) return []
    const proposal = layers.features('proposals').find(({ id }) => id === review.proposalId)
    const one = {
      reviewId: review.id,
      proposalId: review.proposalId,
      title: proposal?.properties.title ?? null,
      computedAt: stored.computedAt,
      cutAt: layers.cut === null ? null : new Date(layers.cut.madeAtMs).toISOString(),
      changes: [],
    }
    if (isOfOtherMethod(before)) return [{ ...one, state: 'other-method' }]
    if (clock.nowMs() > untilMs) return [{ ...one, state: 'postponed' }]
    try {
      const { now, changes } = await recheck(snapshot, stored, before, review)
      if (!mayReadEvidence(audience, now.provenance, layers.sources)) return []
      return [{ ...one, changes, state: changes.length === 0 ? 'same' : 'changed' }]
    } catch (error) {
      log.warn({ err: error, reviewId: review.id }, 'a review could not be checked again')
      return [{ ...one, state: 'failed' }]
    }
  }

  return {
    async list(audience, reviewId) {
      const untilMs = clock.nowMs() + LIST_MS
      const stored =
        reviewId === undefined ? await reviews.latest(MAX_REVIEWS) : [await reviews.find(reviewId)]
      const open = stored.flatMap((one) => (one === null ? [] : [reviewCase(one)])).filter(isOpen)
      // As when evidence is computed: the cut that is due comes first. Without one the checks say that they failed.
      await units.ready().catch((error: unknown) => log.warn({ err: error }, 'no cut to check reviews again'))
      const { snapshot, release } = snapshots.acquire()
      try {
        const found: WatchedReview[] = []
        // One after the other: a list takes one worker, and the next reader finds what was made.
        for (const review of open.slice(0, MAX_WATCHED))
          found.push(...(await watched(snapshot, review, audience, untilMs)))
        return found
      } finally {
        release()
      }
    },
  }
}
