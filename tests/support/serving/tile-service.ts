import { unitsOfCut, withCut } from './units-of-cut.ts'
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
    /** Leases that were not released. */
    open: () => open,
    replace(snapshot: Snapshot): void {
      current = snapshot
    },
  }
}

/** After all incidents of test cities. */
const CUT_AT_MS = Date.UTC(2027, 0, 15)

/** The tile service with the real hotspot service on one snapshot; units are cut of the same, or of another. */
export function tileServiceOf(snapshot: Snapshot, pool: ComputePool, cut: Snapshot = snapshot) {
  const snapshots = storeOf(withCut(snapshot, cut, CUT_AT_MS))
  const zone = createZone(snapshot.timezone)
  const hotspots = createHotspotService({ snapshots, pool, units: unitsOfCut(cut, pool) })
  const tiles = createTileService({ snapshots, hotspots, zone, pool })
  const replace = (next: Snapshot) => snapshots.replace(withCut(next, cut, CUT_AT_MS))
  return { tiles, snapshots: { ...snapshots, replace }, hotspots }
}
