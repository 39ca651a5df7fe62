import { createZone } from '../../server/domain/zone.ts'
import { createHotspotService } from '../../server/services/hotspots.ts'
import { createTileService } from '../../server/services/tiles.ts'
import type { ComputePool } from '../../server/snapshot/compute-pool.ts'
import type { Snapshot, SnapshotStore } from '../../server/snapshot/types.ts'

/** A store that holds one snapshot after another, as a test says. */
export function storeOf(
  first: Snapshot,
): SnapshotStore & { replace(snapshot: Snapshot): void; open(): number } {
  let current = first
  let leases = 0
  const store = {
    acquire() {
      leases++
      const release = () => {
        leases--
      }
      return { snapshot: current, release }
    },
    open: () => leases,
    replace(snapshot: Snapshot) {
      current = snapshot
    },
    currentVersion: () => current.version,
    refresh: async () => {},
    onChange: () => () => {},
    close: async () => {},
  }
  return store
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
