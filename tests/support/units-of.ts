import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import type { Zone } from '../../server/engine/time/zone.ts'
import { createResultCache } from '../../server/platform/result-cache.ts'
import type { ComputePool } from '../../server/platform/workers/compute-pool.ts'
import { createUnitMaker, unitsKey } from '../../server/units/make-units.ts'
import type { UnitQuery, Units } from '../../server/units/index.ts'

/** Units of snapshots without a database, each as if it had been cut at one moment. */
export function unitsCutAt(pool: Pick<ComputePool, 'run'>, zone: Zone, atMs: number) {
  const make = createUnitMaker(pool, zone)
  const made = createResultCache<Units>({ maxBytes: 2 ** 30, sizeOf: ({ cube }) => cube.buffer.byteLength })
  const unitsOf = (snapshot: Snapshot, query: UnitQuery) => {
    const { version } = snapshot
    const key = `${version}|${unitsKey(query)}`
    return made.get(key, async () => {
      const units = await make(snapshot, { ...query, atMs })
      return { ...units, key, version: units.digest ?? version, atMs }
    })
  }
  return { ready: async () => {}, ofCut: unitsOf, live: unitsOf }
}
