import { CATEGORIES, categoriesOfGroup } from '../../server/engine/snapshot/categories.ts'
import { compileFilter } from '../../server/engine/snapshot/compile-filter.ts'
import { DEFAULT_PRECISION_MASK } from '../../server/engine/snapshot/incident.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { computeSurface, surfaceOf } from '../../server/engine/statistics/surface.ts'
import type { CellPopulation } from '../../server/engine/statistics/surface-types.ts'
import { monthStart } from '../../server/engine/time/months.ts'
import type { Zone } from '../../server/engine/time/zone.ts'
import type { UnitCube } from '../../server/engine/units/unit-cube.ts'
import { unitBuckets } from '../../server/engine/units/unit-kinds.ts'
import { unitCellValues } from '../../server/engine/units/unit-surface.ts'
import { type BenchRow, median, timed } from './bench.ts'

const TIMES = 20
const COUNTED = categoriesOfGroup('property')
const PROPERTY = unitBuckets({
  registers: ['police', 'city', 'other'],
  classes: ['open'],
  bucketOfCategory: CATEGORIES.map((_, index) => (COUNTED.includes(index) ? 0 : -1)),
  buckets: 1,
})

interface SurfaceBench {
  readonly snapshot: Snapshot
  readonly zone: Zone
  readonly cube: UnitCube
  /** Of the units, and of 200 m. */
  readonly populations: readonly [units: CellPopulation, surface: CellPopulation]
  /** The last closed month. */
  readonly last: number
}

/** A planner's surface with every statistic, from units beside an analyst's from rows. */
export async function surfaceFromUnits(size: number, bench: SurfaceBench): Promise<BenchRow> {
  const { snapshot, zone, cube, populations, last } = bench
  const [units, surface] = populations
  const months = { first: last - 11, last }
  const fromUnits = await timed(TIMES, () =>
    surfaceOf(unitCellValues(cube, units, surface, months, PROPERTY), surface, 'area'),
  )
  const filter = compileFilter(
    {
      categories: COUNTED,
      categoriesLabel: 'group:property',
      fromMinute: monthStart(zone, months.first),
      toMinute: monthStart(zone, last + 1),
      hours: null,
      weekdays: null,
      precisionMask: DEFAULT_PRECISION_MASK,
      flags: 0,
      sources: null,
    },
    { zone, sourceIds: snapshot.sourceIds },
  )
  const fromRows = await timed(TIMES, () => computeSurface(snapshot.segments, filter, surface, 'area'))
  const [ours, theirs] = [median(fromUnits), median(fromRows)]
  return {
    work: 'surface of 200 m + all statistics, one group, one year',
    size,
    ours: `${ours.toFixed(1)} ms`,
    peer: `${theirs.toFixed(1)} ms`,
    peerName: 'the same from rows',
    ratio: theirs / ours,
    target: size >= 10_000_000 ? 3 : size >= 1_000_000 ? 1 : null,
  }
}
