import { compileFilter } from '../../analysis/compile-filter.ts'
import { computeSurface } from '../../analysis/surface.ts'
import type { SurfaceQuery } from '../../domain/query.ts'
import type { CellPopulation, HotspotSurface } from '../../domain/surface.ts'
import type { Zone } from '../../domain/zone.ts'
import { openHandle, type SnapshotHandle } from '../../snapshot/handle.ts'

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
