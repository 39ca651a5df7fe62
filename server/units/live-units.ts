import type { IncidentColumns } from '../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { type FollowedUnits, followUnits } from './follow-units.ts'
import { unitsKey } from './make-units.ts'
import type { ReaderUnits, TimedUnitQuery } from './units.ts'

/** Above this the least recently used query is evicted, bytes. */
const MAX_BYTES = 384 * 2 ** 20

/** Units that follow the snapshot: see `followUnits`. */
export interface LiveUnits {
  /** The caller holds the snapshot. */
  of(snapshot: Snapshot, query: TimedUnitQuery): Promise<ReaderUnits>
  /**
   * Builds the cubes of the next base before it becomes current, for the queries used since the previous base; others
   * are evicted. The caller holds the base.
   */
  prepare(base: IncidentColumns): Promise<void>
  /** Bytes of the cached cubes. */
  bytes(): number
}

export function createLiveUnits(pool: Pick<ComputePool, 'run'>, zone: Zone): LiveUnits {
  /** Least recently used first. */
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
      const followedNow = await units.of(snapshot, query)
      forgetOldest()
      return followedNow
    },
    async prepare(base) {
      for (const key of followed.keys()) if (!requested.has(key)) followed.delete(key)
      requested.clear()
      await Promise.all([...followed.values()].map((units) => units.prepare(base)))
    },
    bytes,
  }
}
