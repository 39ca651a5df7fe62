import type { Zone } from '../../server/engine/time/zone.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { createUnitMaker } from '../../server/units/make-units.ts'
import type { UnitQuery, Units } from '../../server/units/index.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'

/** Units of snapshots without a database, each as if it had been cut at one moment. */
export function unitsCutAt(pool: Pick<ComputePool, 'run'>, zone: Zone, atMs: number) {
  const make = createUnitMaker(pool, zone)
  const unitsOf = async (snapshot: Snapshot, query: UnitQuery): Promise<Units> => ({
    ...(await make(snapshot, query)),
    version: snapshot.version,
    atMs,
  })
  return { ready: async () => {}, ofCut: unitsOf, live: unitsOf }
}
