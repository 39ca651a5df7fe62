import type { StepMonths } from '../engine/time/closed-steps.ts'

/** Violence and threats are disclosed by quarter. */
const SLOW_GROUP = 'people'

/** What determines the time steps of planners' and coordinators' figures. */
export interface UnitQuestion {
  readonly group: string | null
  /** Whether the query is for categories rather than a group. */
  readonly ofCategories: boolean
  /** Whether it is for parts of the day or week. */
  readonly ofParts: boolean
}

/** Months of the steps: a calendar month, a quarter or a year. */
export function unitStep({ group, ofCategories, ofParts }: UnitQuestion): StepMonths {
  if (ofCategories || ofParts) return 12
  return group === SLOW_GROUP ? 3 : 1
}
