import { TILE_LAYER, TILE_LAYERS, type TileLayer } from '../../tiles/schema.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { maySeeLayer } from '../platform/access/layer-access.ts'

/** A layer as `GET /api/layers` tells it. */
export interface LayerDescription extends TileLayer {
  /** Path of the layer's TileJSON. */
  readonly tileJson: string
  /** Changes whenever the layer's data do. */
  readonly version: string
}

export interface LayerService {
  /** The layers that an audience may see, in drawing order. @throws DomainError `busy` before the first load */
  list(audience: Audience): readonly LayerDescription[]
}

export function createLayerService({
  snapshots,
}: {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
}): LayerService {
  return {
    list(audience) {
      const lease = snapshots.acquire()
      try {
        const { version, layers } = lease.snapshot
        return TILE_LAYERS.filter((id) => maySeeLayer(audience, id)).map((id) => ({
          ...TILE_LAYER[id],
          tileJson: `/tiles/${id}.json`,
          version: TILE_LAYER[id].query === 'none' ? layers.digest : version,
        }))
      } finally {
        lease.release()
      }
    },
  }
}
