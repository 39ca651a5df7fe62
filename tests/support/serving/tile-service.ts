import { createZone } from '../../../server/engine/time/zone.ts'
import { createHotspotService } from '../../../server/hotspots/hotspot-service.ts'
import { createTileService } from '../../../server/map-tiles/tile-service.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import type { Lease } from '../../../server/platform/feed/snapshot-store.ts'

/** What the tiles use of a snapshot store, holding one snapshot after another as a test says. */
function storeOf(first: Snapshot) {
  let current = first
  let open = 0
  return {
    acquire(): Lease {
      open++
      const release = () => {
        open--
      }
      return { snapshot: current, release }
    },
    isCurrent: (snapshot: Snapshot) => snapshot === current,
    /** Leases that were not given back. */
    open: () => open,
    replace(snapshot: Snapshot): void {
      current = snapshot
    },
  }
}

/** The tile service with the real hotspot service on one snapshot. */
export function tileServiceOf(snapshot: Snapshot, pool: ComputePool) {
  const snapshots = storeOf(snapshot)
  const zone = createZone(snapshot.timezone)
  const tiles = createTileService({
    snapshots,
    hotspots: createHotspotService({ snapshots, pool }),
    zone,
    pool,
  })
  return { tiles, snapshots }
}
