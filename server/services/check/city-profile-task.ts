import { cityProfile, type WeekProfiles } from '../../analysis/city-profile.ts'
import type { ZoneCountQuery } from '../../analysis/zone-counts.ts'
import type { Zone } from '../../domain/zone.ts'
import { openHandle, type SnapshotHandle } from '../../snapshot/handle.ts'

export interface CityProfileTask {
  readonly handle: SnapshotHandle
  readonly timezone: Zone
  readonly query: Pick<ZoneCountQuery, 'period' | 'scope'>
}

/** The week of the whole city, on a worker. */
export default function profileCity(task: CityProfileTask): WeekProfiles {
  return cityProfile(openHandle(task.handle).segments, task.timezone, task.query)
}
