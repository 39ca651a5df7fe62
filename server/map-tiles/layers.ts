import { TILE_LAYER, TILE_LAYERS, type TileLayer } from '../../tiles/schema.ts'
import type { Audience } from '../platform/access/audience.ts'
import { surfaceVersion } from '../hotspots/index.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import type { SurfaceSource } from './draw-tile.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { maySeeLayer } from '../platform/access/layer-access.ts'
import type { CountedRead } from '../platform/audit/audit.ts'

/** Layers whose tiles the audit log counts, with the kind of event. */
export const COUNTED_LAYERS: Readonly<Record<string, CountedRead | undefined>> = {
  incidents: 'points-read',
  hotspots: 'units-read',
}

/** A layer in the response of `GET /api/layers`. */
export interface LayerDescription extends TileLayer {
  /** Path of the layer's TileJSON. */
  readonly tileJson: string
  /** Changes whenever the layer's data do. */
  readonly version: string
}

export interface LayerService {
  /** The layers that an audience may see, in drawing order. @throws DomainError `busy` before the first load */
  list(audience: Audience): Promise<readonly LayerDescription[]>
}

export function createLayerService({
  snapshots,
  hotspots,
}: {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly hotspots: Pick<SurfaceSource, 'ready'>
}): LayerService {
  return {
    async list(audience) {
      await hotspots.ready(audience)
      const lease = snapshots.acquire()
      try {
        const { digest } = lease.snapshot.layers
        const version = surfaceVersion(lease.snapshot, isLimited(audience))
        return TILE_LAYERS.filter((id) => maySeeLayer(audience, id)).map((id) => ({
          ...TILE_LAYER[id],
          tileJson: `/tiles/${id}.json`,
          version: TILE_LAYER[id].query === 'none' ? digest : version,
        }))
      } finally {
        lease.release()
      }
    },
  }
}
