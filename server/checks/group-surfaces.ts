import { CATEGORY_GROUPS, type CategoryGroupCode, GROUP_OF_CATEGORY } from '../engine/snapshot/categories.ts'
import type { CellPopulation, SurfaceCells } from '../engine/statistics/surface-types.ts'
import { COUNTED } from '../engine/units/unit-surface.ts'
import { createResultCache } from '../platform/result-cache.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitReader, Units } from '../units/index.ts'
import type { GroupSurfaceTask } from './group-surface-task.ts'
import type { CheckPeriods } from './periods.ts'
import { unitOfGroup } from './subjects.ts'
import { bucketsOfReader } from './unit-counts.ts'

const TASK = new URL('./group-surface-task.ts', import.meta.url)
const CACHE_BYTES = 32 * 2 ** 20
/** Bytes that one cell of a surface takes. */
const CELL_BYTES = 105

/** The cells of a group's surface. */
export interface GroupSurface {
  readonly group: CategoryGroupCode
  readonly edgeMetres: number
  readonly cells: SurfaceCells
}

/** Input of the group surfaces. */
export interface GroupSurfaceQuery {
  readonly units: Units
  readonly reader: UnitReader
  readonly periods: CheckPeriods
  /** Cells of 50 m. */
  readonly unitPopulation: CellPopulation
  /** Cells of the surfaces. */
  readonly population: CellPopulation
}

/** The surfaces of the four groups that the cells of a check come from: computed once for equal units and months. */
export function createGroupSurfaces(pool: Pick<ComputePool, 'run'>) {
  const surfaces = createResultCache<SurfaceCells>({
    maxBytes: CACHE_BYTES,
    sizeOf: ({ length }) => length * CELL_BYTES + 1000,
  })

  function cellsOf(
    group: CategoryGroupCode,
    { units, reader, periods, unitPopulation, population }: GroupSurfaceQuery,
  ): Promise<SurfaceCells> {
    const { months } = periods.of[unitOfGroup(group, reader)]!
    const { edgeMetres, digest } = population
    const key = [units.key, group, months.first, months.last, edgeMetres, digest].join('|')
    return surfaces.get(key, () => {
      const requested = CATEGORY_GROUPS.findIndex(({ code }) => code === group)
      const bucketOfCategory = GROUP_OF_CATEGORY.map((other) => (other === requested ? COUNTED : -1))
      const buckets = bucketsOfReader(reader, { bucketOfCategory, buckets: 1 })
      const task: GroupSurfaceTask = { cube: units.cube, months, buckets, units: unitPopulation, population }
      return pool.run<GroupSurfaceTask, SurfaceCells>(TASK, task)
    })
  }

  return (query: GroupSurfaceQuery): Promise<readonly GroupSurface[]> =>
    whenAllEnded(
      CATEGORY_GROUPS.map(async ({ code: group }) => ({
        group,
        edgeMetres: query.population.edgeMetres,
        cells: await cellsOf(group, query),
      })),
    )
}
