import type { Route } from '../platform/http/route.ts'
import { workRoutes } from '../work/index.ts'
import * as contract from './contract.ts'
import { type AgreementDeps, agreementRules, promiseRules } from './rules.ts'

/** Routes of agreements and of citizens' promises. */
export function agreementRoutes(deps: AgreementDeps): readonly Route[] {
  return [
    ...workRoutes(contract.agreements, agreementRules(deps), deps.work),
    ...workRoutes(contract.promises, promiseRules(deps), deps.work),
  ]
}
