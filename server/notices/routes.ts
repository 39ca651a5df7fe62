import type { Route } from '../platform/http/route.ts'
import { workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import { type NoticeDeps, noticeRules } from './rules.ts'

/** Routes of notices. */
export function noticeRoutes(deps: NoticeDeps & { readonly work: WorkService }): readonly Route[] {
  return workRoutes(contract.notices, noticeRules(deps), deps.work)
}
