import type { Route } from '../platform/http/route.ts'
import { type OrganisationNamed, workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import { chainRules } from './rules.ts'

interface Deps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Kind of an area; null for other ids. */
  readonly areaKind: (id: number) => 'place' | 'district' | null
  readonly organisationNamed: OrganisationNamed
}

/** Routes of problems, causes, goals and measures. */
export function measureRoutes(deps: Deps): readonly Route[] {
  const rules = chainRules(deps)
  return [
    ...workRoutes(contract.problems, rules.problem, deps.work),
    ...workRoutes(contract.causes, rules.cause, deps.work),
    ...workRoutes(contract.goals, rules.goal, deps.work),
    ...workRoutes(contract.measures, rules.measure, deps.work),
  ]
}
