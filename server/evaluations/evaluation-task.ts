import type { PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { GROUP_OF_CATEGORY } from '../engine/snapshot/categories.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { MonthRange } from '../engine/time/months.ts'
import { evaluateMeasure, type MeasureEvaluation } from '../engine/units/evaluate-measure.ts'
import { siteUnits } from '../engine/units/site-units.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { type UnitBuckets, unitBuckets } from '../engine/units/unit-kinds.ts'
import { sumUnits, unitValues } from '../engine/units/unit-sums.ts'
import { CLASSES_OF_READER } from '../units/index.ts'
import { BASELINES, type EvaluationWindows } from './windows.ts'

/** Outer distance of the ring in which what was reported may turn up, metres. */
export const RING_METRES = 150

/** What a worker needs for an evaluation; all of it can be cloned. */
export interface EvaluationTask {
  readonly cube: UnitCube
  readonly population: CellPopulation
  readonly area: PlanarPolygon
  /** Areas of other measures. */
  readonly others: readonly PlanarPolygon[]
  /** Index of the group in CATEGORY_GROUPS. */
  readonly group: number
  readonly windows: EvaluationWindows
  /** Months of the series that is drawn, one by one. */
  readonly series: readonly MonthRange[]
}

export interface EvaluationCounts {
  readonly evaluation: MeasureEvaluation
  /** Cells of the site and of its ring. */
  readonly cells: readonly [site: number, ring: number]
  /** Incidents of site and ring in each step of the series. */
  readonly series: readonly { readonly site: number; readonly ring: number }[]
}

/** The evaluation of a measure, and the series that is drawn of it. */
export default function evaluate(task: EvaluationTask): EvaluationCounts {
  const { cube, population, windows } = task
  const { site, rings } = siteUnits(task.area, [RING_METRES])
  const ring = rings[0]!
  const buckets = bucketsOf(task.group)
  const before = windows.before.map((months) => valuesOf(cube, months, buckets))
  const periods = {
    before: before[0]!.map((count, cell) => count + before[1]![cell]!),
    after: valuesOf(cube, windows.after, buckets),
    baselines: BASELINES,
  }
  const others = task.others.flatMap((area) => siteUnits(area, [RING_METRES]).site)
  const own = new Set([...site, ...ring].map(({ i, j }) => `${i},${j}`))
  const elsewhere = others.filter(({ i, j }) => !own.has(`${i},${j}`))
  const sum = (cells: typeof site, months: MonthRange) =>
    sumUnits(cube, cells, months, buckets)[0]! / cube.unit
  return {
    evaluation: evaluateMeasure({ site, ring }, population, periods, elsewhere, {
      steps: (function* stepValues() {
        for (const months of task.series) yield valuesOf(cube, months, buckets)
      })(),
      perPeriod: task.series.filter(
        ({ first, last }) => first >= windows.after.first && last <= windows.after.last,
      ).length,
    }),
    cells: [site.length, ring.length],
    series: task.series.map((months) => ({ site: sum(site, months), ring: sum(ring, months) })),
  }
}

function bucketsOf(group: number): UnitBuckets {
  const bucketOfCategory = GROUP_OF_CATEGORY.map((other) => (other === group ? 0 : -1))
  return unitBuckets({
    registers: REGISTERS,
    classes: CLASSES_OF_READER.staff,
    bucketOfCategory,
    buckets: 1,
  })
}

/** Incidents by cell of the population's block. */
function valuesOf(cube: UnitCube, months: MonthRange, buckets: UnitBuckets): Float64Array {
  const values = unitValues(cube, months, buckets)[0]!
  return cube.unit === 1 ? values : values.map((value) => value / cube.unit)
}
