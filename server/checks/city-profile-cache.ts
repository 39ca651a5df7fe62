import type { WeekProfiles } from '../engine/statistics/city-profile.ts'
import type { RowQuery } from '../engine/statistics/rows-in-zones.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { createResultCache } from '../platform/result-cache.ts'
import type { CityProfileTask } from './city-profile-task.ts'

const TASK = new URL('./city-profile-task.ts', import.meta.url)
const MAX_KEPT = 16

/** The week of the whole city by (version, period), computed once for equal questions. The caller holds the lease. */
export function createCityProfiles(pool: ComputePool, timezone: Zone) {
  const profiles = createResultCache<WeekProfiles>({ maxBytes: MAX_KEPT, sizeOf: () => 1 })
  return (snapshot: Snapshot, query: RowQuery): Promise<WeekProfiles> => {
    const { precisionMask, excludedFlags, excludedCategories, excludedSources } = query.scope
    const scope = [precisionMask, excludedFlags, excludedCategories, excludedSources?.join('') ?? '']
    const key = [snapshot.version, ...query.period, ...scope].join(' ')
    const task: CityProfileTask = { handle: snapshotHandle(snapshot), timezone, query }
    return profiles.get(key, () => pool.run<CityProfileTask, WeekProfiles>(TASK, task))
  }
}
