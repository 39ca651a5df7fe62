import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import type { Cell } from '../engine/statistics/surface-types.ts'
import type { MonthRange } from '../engine/time/months.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { type UnitSelection, unitBuckets } from '../engine/units/unit-kinds.ts'
import { sumUnits } from '../engine/units/unit-sums.ts'

/** What is counted: two periods, and a series of steps for the spread of the counts. */
export interface UnitCountQuery {
  readonly period: MonthRange
  readonly earlier: MonthRange
  readonly steps: readonly MonthRange[]
}

/** Weighted counts by zone, each by category index. */
export interface UnitCounts {
  readonly period: readonly Float64Array[]
  readonly earlier: readonly Float64Array[]
  /** One such list a step. */
  readonly series: readonly (readonly Float64Array[])[]
}

/** Registers and classes that a check counts: all but flagged incidents and sensitive categories. */
export const COUNTED: Pick<UnitSelection, 'registers' | 'classes'> = {
  registers: REGISTERS,
  classes: ['open', 'dwelling'],
}

const BY_CATEGORY = unitBuckets({
  ...COUNTED,
  bucketOfCategory: CATEGORIES.map((_, index) => index),
  buckets: CATEGORIES.length,
})

/** Counts of every category in sets of cells, as sums of units. */
export function unitCounts(
  cube: UnitCube,
  zones: readonly (readonly Cell[])[],
  { period, earlier, steps }: UnitCountQuery,
): UnitCounts {
  const countsIn = (months: MonthRange) => zones.map((cells) => sumUnits(cube, cells, months, BY_CATEGORY))
  return { period: countsIn(period), earlier: countsIn(earlier), series: steps.map(countsIn) }
}
