import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import type { UnitCut } from '../../../server/engine/units/unit-cut.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { createUnitService, type UnitService } from '../../../server/units/index.ts'

/** A snapshot with a cut made of another snapshot. */
export function withCut(snapshot: Snapshot, cut: Snapshot, madeAtMs: number): Snapshot {
  const { version, position } = cut
  const { epoch, visible } = position
  const known: UnitCut = {
    id: Number.parseInt(version.slice(0, 7), 16),
    madeAtMs,
    epoch,
    visible,
    version,
    discloses: true,
    purges: 0,
  }
  return { ...snapshot, layers: { ...snapshot.layers, cut: known } }
}

/** Units as of one snapshot, the only past, for snapshots with that cut. */
export function unitsOfCut(cut: Snapshot, pool: ComputePool): UnitService {
  return createUnitService({
    snapshots: {
      acquire: () => ({ snapshot: cut, release: () => {} }),
      refresh: async () => {},
      beforeCompacted: () => {},
    },
    cuts: { add: async () => false },
    openAsOf: async () => ({ snapshot: cut, release: () => {}, erasedSince: false }),
    pool,
    zone: createZone(cut.timezone),
    clock: { nowMs: () => 0 },
    log: { info: () => {}, warn: () => {} },
    cutDay: 'none',
    isUnderMaintenance: () => false,
  })
}
