import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { type FollowedUnits, followUnits } from './follow-units.ts'
import { unitsKey } from './make-units.ts'
import type { ReaderUnits, TimedUnitQuery } from './units.ts'

/** Beyond this the query that was asked longest ago is forgotten, bytes. */
const MAX_BYTES = 384 * 2 ** 20

/** Units that follow the snapshot: see `followUnits`. */
export interface LiveUnits {
  /** The caller holds the snapshot. */
  of(snapshot: Snapshot, query: TimedUnitQuery): Promise<ReaderUnits>
  /**
   * Makes the cubes of a base that is going to be read, so that no reader waits for them: of the queries that were asked since the
   * base before it; the others are forgotten. The caller holds the base.
   */
  prepare(base: IncidentColumns): Promise<void>
  /** Bytes of the cubes that are remembered. */
  bytes(): number
}

export function createLiveUnits(pool: Pick<ComputePool, 'run'>, zone: Zone): LiveUnits {
  /** The one that was asked last stands last. */
  const followed = new Map<string, FollowedUnits>()
  const requested = new Set<string>()

  const bytes = () => [...followed.values()].reduce((sum, units) => sum + units.bytes(), 0)

  function forgetOldest(): void {
    for (const key of followed.keys()) {
      if (followed.size === 1 || bytes() <= MAX_BYTES) return
      followed.delete(key)
    }
  }

  return {
    async of(snapshot, query) {
      const key = unitsKey(query)
      const units = followed.get(key) ?? followUnits(pool, zone)
      followed.delete(key)
      followed.set(key, units)
      requested.add(key)
      const disclosed = await units.of(snapshot, query)
      forgetOldest()
      return disclosed
    },
    async prepare(base) {
      for (const key of followed.keys()) if (!requested.has(key)) followed.delete(key)
      requested.clear()
      await Promise.all([...followed.values()].map((units) => units.prepare(base)))
    },
    bytes,
  }
}
