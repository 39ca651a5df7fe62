import type { Goal, Measure } from './measure-calls.ts'

const MEASURE_ORDER = ['ongoing', 'decided', 'proposed', 'done', 'cancelled']
const GOAL_ORDER = ['open', 'not-reached', 'reached', 'dropped']
const NEVER = '9999-12-31'

/** Late measures first, then what goes on, what is decided, what is proposed and what is over; by last day. */
export function measuresByUrgency(measures: readonly Measure[]): readonly Measure[] {
  const key = ({ late, state, endsOn }: Measure) =>
    `${late ? 0 : 1}${MEASURE_ORDER.indexOf(state)}${endsOn ?? NEVER}`
  return measures.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** Whether a goal's day has passed while it is open. @param today the city's calendar day */
export function isOverdue({ state, dueOn }: Pick<Goal, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'open' && dueOn !== null && dueOn < today
}

/** Overdue goals first, then open ones, then those that are settled; by day. */
export function goalsByUrgency(goals: readonly Goal[], today: string): readonly Goal[] {
  const key = (goal: Goal) =>
    `${isOverdue(goal, today) ? 0 : 1}${GOAL_ORDER.indexOf(goal.state)}${goal.dueOn ?? NEVER}`
  return goals.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
