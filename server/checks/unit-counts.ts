import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import type { Cell } from '../engine/statistics/surface-types.ts'
import type { MonthRange } from '../engine/time/months.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { type UnitBuckets, type UnitSelection, unitBuckets } from '../engine/units/unit-kinds.ts'
import { sumUnits } from '../engine/units/unit-sums.ts'
import { CLASSES_OF_READER, type UnitReader } from '../units/index.ts'
import type { TimeUnit } from './subjects.ts'

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

/** Weighted counts by the unit of time in which they are disclosed. */
export type CountsByUnit = Readonly<Partial<Record<TimeUnit, UnitCounts>>>

/** A selection of what a reader may count, of all registers. */
export function bucketsOfReader(
  reader: UnitReader,
  buckets: Pick<UnitSelection, 'bucketOfCategory' | 'buckets'>,
): UnitBuckets {
  return unitBuckets({ ...buckets, registers: REGISTERS, classes: CLASSES_OF_READER[reader] })
}

/** Counts of every category in sets of cells, as sums of units. */
export function unitCounts(
  cube: UnitCube,
  zones: readonly (readonly Cell[])[],
  { period, earlier, steps }: UnitCountQuery,
  reader: UnitReader,
): UnitCounts {
  const byCategory = bucketsOfReader(reader, {
    bucketOfCategory: CATEGORIES.map((_, index) => index),
    buckets: CATEGORIES.length,
  })
  const countsIn = (months: MonthRange) => zones.map((cells) => sumUnits(cube, cells, months, byCategory))
  return { period: countsIn(period), earlier: countsIn(earlier), series: steps.map(countsIn) }
}
