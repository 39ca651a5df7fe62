import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'
import type { Audience } from '../../platform/access/audience.ts'
import { notFound } from '../../engine/errors.ts'
import type { PublishedDocument } from './document-stages.ts'
import type { StoredDocument } from '../review.ts'
import { reviewCase } from '../review-case.ts'
import type { LayerSnapshot } from '../../engine/snapshot/types.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { ReviewRepository } from '../repository.ts'

interface Deps {
  readonly reviews: Pick<ReviewRepository, 'publishedDocuments' | 'find' | 'publicDocument'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}

/** Published public documents, limited to what an audience may read. */
export interface DocumentService {
  /** All for staff; for partners those that touch their places. Newest first. */
  published(audience: Audience): Promise<readonly PublishedDocument[]>
  /** @throws DomainError `not-found` for one that is not published, or not to this reader */
  find(id: number, audience: Audience): Promise<StoredDocument>
}

export function createDocumentService({ reviews, snapshots }: Deps): DocumentService {
  /** Whether an audience may read a document of a footprint: partners only those that touch their places. */
  function mayReadOf(audience: Audience): (footprint: PublishedDocument['footprint']) => boolean {
    if (audience.role !== 'partner') return () => true
    const { snapshot, release } = snapshots.acquire()
    release()
    return createPlaceTest(snapshot.layers, audience.placeIds)
  }

  return {
    async published(audience) {
      const mayRead = mayReadOf(audience)
      const all = await reviews.publishedDocuments()
      return all.toReversed().filter(({ footprint }) => mayRead(footprint))
    },
    async find(id, audience) {
      const review = await reviews.find(id)
      const stage = review === null ? null : reviewCase(review).published?.stage
      const publicDocument = stage == null ? null : await reviews.publicDocument(id, stage)
      if (publicDocument === null || !mayReadOf(audience)(basePolygonsOf(publicDocument)))
        throw notFound('public document', id)
      return publicDocument
    },
  }
}

function basePolygonsOf({ footprint }: StoredDocument): PublishedDocument['footprint'] {
  return JSON.parse(footprint) as PublishedDocument['footprint']
}

/** A test of whether a footprint touches any of the places. */
function createPlaceTest(layers: LayerSnapshot, placeIds: readonly number[]) {
  const places = layers
    .features('areas')
    .filter(({ id, properties }) => properties.kind === 'place' && placeIds.includes(id))
    .map(({ planar }) => polygonRegion(planarPolygon(planar)))
  return (footprint: PublishedDocument['footprint']): boolean => {
    const base = polygonRegion(planarPolygon(footprint))
    return places.some((place) => regionArea(intersection(place, base)) > 0)
  }
}
