import type { Audience } from '../platform/access/audience.ts'
import { hasRight } from '../platform/access/rights.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { proposalsAtArea } from './proposals-at-area.ts'
import type { ReviewRepository } from './repository.ts'
import { reviewCase } from './review-case.ts'

interface Deps {
  readonly reviews: Pick<ReviewRepository, 'listForProposal'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}

/** What parties have said in reviews of proposals at an area, for whoever reads reviews. */
export function createReviewConsultations({ reviews, snapshots }: Deps) {
  return async (audience: Audience, areaId: number) => {
    if (!hasRight(audience, 'reviews.read')) return []
    const { snapshot, release } = snapshots.acquire()
    release()
    const proposals = proposalsAtArea(snapshot.layers, areaId)
    const ofEach = await Promise.all(
      proposals.map(async ({ id, properties: { title } }) => {
        const opened = (await reviews.listForProposal(id)).map(reviewCase)
        return opened.flatMap(({ consultations, published, decision }) =>
          consultations.map(({ party, askedOn, answeredOn, summary }) => {
            const isPublished = published !== null
            return { title, party, askedOn, answeredOn, summary, isPublished, isDecided: decision !== null }
          }),
        )
      }),
    )
    return ofEach.flat()
  }
}
