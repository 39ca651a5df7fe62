import { compareTwoPeriods } from '../engine/statistics/two-periods.ts'

const LEVEL = 0.05

/** What a goal is measured by, as far as chance concerns it. */
export interface GoalNumbers {
  readonly indicatorKind: string
  readonly baseline: number | null
  readonly target: number | null
}

/**
 * Of counts: whether target and baseline, taken as two Poisson counts, are told apart (exact, 95 %); null for anything
 * else. The page asks the same as one types.
 */
export function isBeyondChance({ indicatorKind, baseline, target }: GoalNumbers): boolean | null {
  const isCount = indicatorKind === 'released' || indicatorKind === 'own_count'
  if (!isCount || baseline === null || target === null || baseline < 0 || target < 0) return null
  return compareTwoPeriods(target, baseline).p <= LEVEL
}
