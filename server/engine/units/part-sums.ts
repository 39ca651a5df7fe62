import { CATEGORY_GROUPS } from '../snapshot/categories.ts'
import type { Cell } from '../statistics/surface-types.ts'
import type { MonthRange } from '../time/months.ts'
import { WEEK_PARTS } from '../time/week-parts.ts'
import { type PartSelection, partBuckets } from './part-kinds.ts'
import type { UnitCube } from './unit-cube.ts'
import { sumUnits } from './unit-sums.ts'

/** The week of a set of cells by group, in the order of CATEGORY_GROUPS; weighted incidents. */
export interface PartsOfGroup {
  /** One sum a part of the week: see `PART_OF_HOUR`. */
  readonly parts: readonly number[]
  readonly timeUnknown: number
}

/**
 * The week of a set of cells and of whole calendar years.
 *
 * @param cells of 200 m, each at most once
 * @param years the months that the years are made of
 */
export function sumParts(
  cube: UnitCube,
  cells: readonly Cell[],
  years: MonthRange,
  { registers, classes }: Pick<PartSelection, 'registers' | 'classes'>,
): readonly PartsOfGroup[] {
  const perGroup = WEEK_PARTS + 1
  const buckets = partBuckets({
    registers,
    classes,
    bucketOf: (group, part) => group * perGroup + part,
    buckets: CATEGORY_GROUPS.length * perGroup,
  })
  const sums = sumUnits(cube, cells, years, buckets)
  return CATEGORY_GROUPS.map((_, group) => {
    const week = Array.from(sums.subarray(group * perGroup, (group + 1) * perGroup), (sum) => sum / cube.unit)
    return { parts: week.slice(0, WEEK_PARTS), timeUnknown: week[WEEK_PARTS]! }
  })
}
