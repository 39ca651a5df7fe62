import type { StepMonths } from '../engine/time/closed-steps.ts'

/** Violence and threats: told by quarter. */
const SLOW_GROUP = 'people'

/** What decides how long the steps of time are that planners and coordinators are told of. */
export interface UnitQuestion {
  readonly group: string | null
  /** Whether some categories of a group are asked for. */
  readonly ofCategories: boolean
  /** Whether parts of the day or week are. */
  readonly ofParts: boolean
}

/** Months of the steps: a calendar month, a quarter or a year. */
export function unitStep({ group, ofCategories, ofParts }: UnitQuestion): StepMonths {
  if (ofCategories || ofParts) return 12
  return group === SLOW_GROUP ? 3 : 1
}
