import { surfaceOf } from '../engine/statistics/surface.ts'
import type { CellPopulation, SurfaceCells } from '../engine/statistics/surface-types.ts'
import type { MonthRange } from '../engine/time/months.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import type { UnitBuckets } from '../engine/units/unit-kinds.ts'
import { unitCellValues } from '../engine/units/unit-surface.ts'

export interface GroupSurfaceTask {
  readonly cube: UnitCube
  readonly months: MonthRange
  readonly buckets: UnitBuckets
  /** Cells of 50 m. */
  readonly units: CellPopulation
  /** Cells of the surface. */
  readonly population: CellPopulation
}

/** The cells of a group's surface, from units to classes, on a worker. */
export default function groupSurface(task: GroupSurfaceTask): SurfaceCells {
  const { cube, units, population, months, buckets } = task
  return surfaceOf(unitCellValues(cube, units, population, months, buckets), population, 'area').cells
}
