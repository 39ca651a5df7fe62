import { compileFilter } from '../engine/snapshot/compile-filter.ts'
import { computeSurface } from '../engine/statistics/surface.ts'
import type { SurfaceQuery } from '../engine/snapshot/query.ts'
import type { CellPopulation, HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { Zone } from '../engine/time/zone.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

export interface SurfaceTask {
  readonly handle: SnapshotHandle
  readonly population: CellPopulation
  readonly query: SurfaceQuery
  readonly zone: Zone
}

/** One hotspot surface: everything from the rows to the classes, on one worker. */
export default function surfaceTask({ handle, population, query, zone }: SurfaceTask): HotspotSurface {
  const { segments, sourceIds, version } = openHandle(handle)
  const filter = compileFilter(query.filter, { zone, sourceIds }, query.time)
  const { cells, totals } = computeSurface(segments, filter, population, query.exposure)
  return { snapshotVersion: version, query, cells, totals, derivedStudyArea: population.derived }
}
