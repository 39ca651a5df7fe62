import type { LayerSnapshot } from '../../engine/snapshot/types.ts'
import type { ReviewFinding, ReviewFindings } from '../../evidence/index.ts'
import { type Evidence, mayReadEvidence } from '../../checks/index.ts'
import type { Audience } from '../../platform/access/audience.ts'
import { hasRight } from '../../platform/access/rights.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import { proposalsAtArea } from '../proposals-at-area.ts'
import type { ReviewRepository } from '../repository.ts'
import type { StoredEvidence } from '../review.ts'

interface Deps {
  readonly reviews: Pick<ReviewRepository, 'find' | 'listForProposal' | 'evidence'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}

/** The findings of reviews as their evidence stands, for those who may read that. */
export function createReviewFindings({ reviews, snapshots }: Deps): ReviewFindings {
  const layersNow = () => {
    const { snapshot, release } = snapshots.acquire()
    release()
    return snapshot.layers
  }
  const titleOf = (layers: LayerSnapshot, proposalId: number | null) =>
    layers.features('proposals').find(({ id }) => id === proposalId)?.properties.title ?? ''
  return {
    async of(audience, areaId) {
      const layers = layersNow()
      const near = hasRight(audience, 'reviews.read') ? proposalsAtArea(layers, areaId) : []
      const opened = await Promise.all(near.map(({ id }) => reviews.listForProposal(id)))
      const newest = opened.flat().toSorted((a, b) => b.id - a.id)
      const evidence = await Promise.all(newest.map(({ id }) => reviews.evidence(id)))
      return newest.flatMap(({ proposalId }, k) => {
        const read = readBy(audience, evidence[k] ?? null, layers)
        return read === null ? [] : findingsOf(read, titleOf(layers, proposalId))
      })
    },
    async find(audience, { reviewId, finding, computedAt }) {
      const [review, stored] = await Promise.all([reviews.find(reviewId), reviews.evidence(reviewId)])
      if (review === null || stored?.computedAt !== computedAt) return 'gone'
      const layers = layersNow()
      const read = readBy(audience, stored, layers)
      if (read === null) return 'closed'
      const known = findingsOf(read, titleOf(layers, review.proposalId))
      return known.find((one) => one.finding === finding) ?? 'gone'
    },
  }
}

interface ReadEvidence {
  readonly reviewId: number
  readonly computedAt: string
  readonly evidence: Evidence
}

/** Stored evidence of a review; null where there is none, or none that the audience may read. */
function readBy(
  audience: Audience,
  stored: StoredEvidence | null,
  { sources }: LayerSnapshot,
): ReadEvidence | null {
  if (stored === null || !hasRight(audience, 'reviews.read')) return null
  const evidence = JSON.parse(stored.evidence) as Evidence
  if (!mayReadEvidence(audience, evidence.provenance, sources)) return null
  return { reviewId: stored.reviewId, computedAt: stored.computedAt, evidence }
}

/** Findings that say what was checked: nothing rests on them. */
const ABOUT_THE_CHECK: readonly string[] = ['site', 'coverage']

function findingsOf({ reviewId, computedAt, evidence }: ReadEvidence, title: string): ReviewFinding[] {
  return evidence.findings.flatMap(({ id, kind, sv, en }) =>
    ABOUT_THE_CHECK.includes(kind) ? [] : [{ reviewId, finding: id, title, words: { sv, en }, computedAt }],
  )
}
