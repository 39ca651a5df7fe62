import type { WeekProfiles } from '../engine/statistics/city-profile.ts'
import type { ZoneCountQuery } from '../engine/statistics/zone-counts.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CityProfileTask } from './city-profile-task.ts'

type ProfileQuery = Pick<ZoneCountQuery, 'period' | 'scope'>

const TASK = new URL('./city-profile-task.ts', import.meta.url)
const MOST_KEPT = 16

/** The week of the whole city by (version, period), computed once for equal questions. The caller holds the lease. */
export function createCityProfiles(pool: ComputePool, timezone: Zone) {
  const kept = new Map<string, Promise<WeekProfiles>>()
  return (snapshot: Snapshot, query: ProfileQuery): Promise<WeekProfiles> => {
    const { precisionMask, excludedFlags, excludedCategories, excludedSources } = query.scope
    const scope = [precisionMask, excludedFlags, excludedCategories, excludedSources?.join('') ?? '']
    const key = [snapshot.version, ...query.period, ...scope].join(' ')
    const known = kept.get(key)
    if (known !== undefined) return known
    const task: CityProfileTask = { handle: snapshotHandle(snapshot), timezone, query }
    const profile = pool.run<CityProfileTask, WeekProfiles>(TASK, task)
    kept.set(key, profile)
    profile.catch(() => kept.delete(key))
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value!)
    return profile
  }
}
