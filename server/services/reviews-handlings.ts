import { planarPolygon } from '../analysis/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../analysis/planar/scanline-area.ts'
import type { Audience } from '../domain/access/audience.ts'
import { notFound } from '../domain/errors.ts'
import type { PublishedHandling } from '../domain/review/handling.ts'
import type { ReviewRepository, StoredHandling } from '../domain/review/review.ts'
import { reviewCase } from '../domain/review/review-case.ts'
import { requireRight } from '../domain/access/rights.ts'
import type { LayerSnapshot, SnapshotStore } from '../snapshot/types.ts'

interface Deps {
  readonly reviews: Pick<ReviewRepository, 'publishedHandlings' | 'find' | 'handling'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}

/** Handlings that are published, to those who may read them. */
export interface HandlingService {
  /** All of them to staff, to partners those whose ground touches their places. Newest first. */
  published(audience: Audience): Promise<readonly PublishedHandling[]>
  /** @throws DomainError `not-found` for one that is not published, or not to this reader */
  find(id: number, audience: Audience): Promise<StoredHandling>
}

export function createHandlingService({ reviews, snapshots }: Deps): HandlingService {
  async function published(audience: Audience): Promise<readonly PublishedHandling[]> {
    requireRight(audience, 'handlings.read')
    const all = (await reviews.publishedHandlings()).toReversed()
    if (audience.role !== 'partner') return all
    const { snapshot, release } = snapshots.acquire()
    release()
    const touches = createPlaceTest(snapshot.layers, audience.placeIds)
    return all.filter(({ footprint }) => touches(footprint))
  }

  return {
    published,
    async find(id, audience) {
      const open = (await published(audience)).some((handling) => handling.id === id)
      const review = open ? await reviews.find(id) : null
      const stage = review === null ? null : reviewCase(review).published?.stage
      const handling = stage == null ? null : await reviews.handling(id, stage)
      if (handling === null) throw notFound('handling', id)
      return handling
    },
  }
}

/** Tells whether a ground has anything in common with places. */
function createPlaceTest(layers: LayerSnapshot, placeIds: readonly number[]) {
  const places = layers
    .features('areas')
    .filter(({ id, properties }) => properties.kind === 'place' && placeIds.includes(id))
    .map(({ planar }) => polygonRegion(planarPolygon(planar)))
  return (footprint: PublishedHandling['footprint']): boolean => {
    const ground = polygonRegion(planarPolygon(footprint))
    return places.some((place) => regionArea(intersection(place, ground)) > 0)
  }
}
