import type { SurfaceQuery, UnitScope } from '../engine/snapshot/query.ts'
import { surfaceOf } from '../engine/statistics/surface.ts'
import type { CellPopulation, HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { unitCellValues } from '../engine/units/unit-surface.ts'

export interface UnitSurfaceTask {
  readonly query: SurfaceQuery
  readonly scope: Pick<UnitScope, 'months' | 'buckets'>
  readonly cube: UnitCube
  /** Snapshot version of the incidents that were cut. */
  readonly version: string
  /** The population of the units' edge. */
  readonly units: CellPopulation
  /** That of the surface's. */
  readonly population: CellPopulation
}

/** One hotspot surface from units to classes, on one worker. */
export default function unitSurfaceTask(task: UnitSurfaceTask): HotspotSurface {
  const { query, scope, cube, version, units, population } = task
  const values = unitCellValues(cube, units, population, scope.months, scope.buckets)
  const { cells, totals } = surfaceOf(values, population, query.exposure)
  return { snapshotVersion: version, query, cells, totals, derivedStudyArea: population.derived }
}
