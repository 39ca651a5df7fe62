import type { Route } from '../platform/http/route.ts'
import { workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import { boardCaseRules, consultationRules } from './rules.ts'

interface Deps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

/** Routes of consultations, and of boards' cases: statements and replies to referrals. */
export function boardCaseRoutes(deps: Deps): readonly Route[] {
  return [
    ...workRoutes(contract.consultations, consultationRules(deps), deps.work),
    ...workRoutes(contract.boardCases, boardCaseRules(deps), deps.work),
  ]
}
