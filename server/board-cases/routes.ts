import type { Route } from '../platform/http/route.ts'
import { workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import { boardCaseRules, type CaseDeps, consultationRules } from './rules.ts'

interface Deps extends CaseDeps {
  readonly work: WorkService
}

/** Routes of consultations, and of boards' cases: statements and replies to referrals. */
export function boardCaseRoutes(deps: Deps): readonly Route[] {
  return [
    ...workRoutes(contract.consultations, consultationRules(deps), deps.work),
    ...workRoutes(contract.boardCases, boardCaseRules(deps), deps.work),
  ]
}
