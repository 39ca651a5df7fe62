import { cityProfile, type WeekProfiles } from '../engine/statistics/city-profile.ts'
import type { RowQuery } from '../engine/statistics/rows-in-zones.ts'
import type { Zone } from '../engine/time/zone.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

export interface CityProfileTask {
  readonly handle: SnapshotHandle
  readonly timezone: Zone
  readonly query: RowQuery
}

/** The week of the whole city, on a worker. */
export default function profileCity(task: CityProfileTask): WeekProfiles {
  return cityProfile(openHandle(task.handle).segments, task.timezone, task.query)
}
