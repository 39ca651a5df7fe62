import type { Route } from '../platform/http/route.ts'
import { workRoutes } from '../work/index.ts'
import * as contract from './contract.ts'
import { findingRules, walkRules } from './rules.ts'

/** Routes of safety walks and of what is found on them. */
export function walkRoutes(deps: Parameters<typeof walkRules>[0]): readonly Route[] {
  return [
    ...workRoutes(contract.walks, walkRules(deps), deps.work),
    ...workRoutes(contract.walkFindings, findingRules(deps), deps.work),
  ]
}
