import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import type { LayerSnapshot } from '../../engine/snapshot/types.ts'
import type { ReviewFinding, ReviewFindings } from '../../evidence/index.ts'
import { type Evidence, mayReadEvidence } from '../../checks/index.ts'
import type { Audience } from '../../platform/access/audience.ts'
import { hasRight } from '../../platform/access/rights.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
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
      const near = hasRight(audience, 'reviews.read') ? proposalsNear(layers, areaId) : []
      const opened = await Promise.all(near.map((id) => reviews.listForProposal(id)))
      const newest = opened.flat().toSorted((a, b) => b.id - a.id)
      const evidence = await Promise.all(newest.map(({ id }) => reviews.evidence(id)))
      return newest.flatMap(({ proposalId }, k) => {
        const read = readBy(audience, evidence[k] ?? null, layers)
        if (read === null || !isAbout(read.evidence, areaId)) return []
        return findingsOf(read, titleOf(layers, proposalId))
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

/** Proposals whose box meets that of an area: what else is compared exactly by their evidence. */
function proposalsNear(layers: LayerSnapshot, areaId: number): readonly number[] {
  const area = layers.features('areas').find(({ id }) => id === areaId)
  if (area === undefined) return []
  const of = planarPolygon(area.planar).box
  return layers.features('proposals').flatMap(({ id, planar }) => {
    const { box } = planarPolygon(planar)
    const isApart = box.minX > of.maxX || of.minX > box.maxX || box.minY > of.maxY || of.minY > box.maxY
    return isApart ? [] : [id]
  })
}

function isAbout({ touches }: Evidence, areaId: number): boolean {
  return touches.some(({ layer, featureId }) => layer === 'areas' && featureId === areaId)
}

function findingsOf({ reviewId, computedAt, evidence }: ReadEvidence, title: string): ReviewFinding[] {
  return evidence.findings.map(({ id, sv, en }) => {
    return { reviewId, finding: id, title, words: { sv, en }, computedAt }
  })
}
