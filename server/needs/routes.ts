import { parseFootprint } from '../checks/index.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { workRoutes } from '../work/index.ts'
import * as contract from './contract.ts'
import { type NeedDeps, needRules, questionRules } from './rules.ts'

interface Deps extends NeedDeps {
  readonly projection: Projection
}

/** Routes of local needs, and of the questions about them at an early stage. */
export function needRoutes(deps: Deps): readonly Route[] {
  const { derive } = needRules(deps)
  return [
    ...workRoutes(contract.localNeeds, needRules(deps), deps.work),
    ...workRoutes(contract.needQuestions, questionRules(deps), deps.work),
    endpoint(contract.findNeedsNear, async ({ body: { geometry }, principal }) => {
      const site = parseFootprint(geometry, deps.projection).polygon
      const near = await deps.needs.near(principal, site)
      return json({
        items: near.map((need) => {
          const { id, areaId, partOf, audience, state, dueOn, content, revision, changed } = need
          const { at, name } = changed
          const common = { id, areaId, partOf, audience, state, dueOn, revision, changed: { at, name } }
          return { ...common, ...content, ...derive(need as never) }
        }),
      })
    }),
  ]
}
