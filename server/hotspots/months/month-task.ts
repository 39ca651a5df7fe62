import { compileFilter } from '../../engine/snapshot/compile-filter.ts'
import type { IncidentFilter, UnitScope } from '../../engine/snapshot/query.ts'
import { monthsOfRows } from '../../engine/statistics/months-of-rows.ts'
import type { CellPopulation } from '../../engine/statistics/surface-types.ts'
import type { MonthRange } from '../../engine/time/months.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { monthsOfUnits } from '../../engine/units/months-of-units.ts'
import type { UnitCube } from '../../engine/units/unit-cube.ts'
import { openHandle, type SnapshotHandle } from '../../platform/feed/handle.ts'

/** Rows or units of a population's cells, to be added up by month. */
export type MonthTask = {
  readonly population: CellPopulation
  readonly range: MonthRange
} & (
  | { readonly cube: UnitCube; readonly buckets: UnitScope['buckets'] }
  | { readonly handle: SnapshotHandle; readonly filter: IncidentFilter; readonly zone: Zone }
)

/** Sums by month, on one worker. */
export default function monthTask(task: MonthTask): Float64Array {
  const { population, range } = task
  if ('cube' in task) return monthsOfUnits(task.cube, population, range, task.buckets)
  const { segments, sourceIds } = openHandle(task.handle)
  const filter = compileFilter(task.filter, { zone: task.zone, sourceIds }, 'from')
  return monthsOfRows(segments, filter, population, range, task.zone)
}
