import { asFile, bytes, json } from '../platform/http/endpoint-response.ts'
import { prefersCsv } from '../platform/http/media-choice.ts'
import { mediaTypeOf } from '../platform/http/media-types.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import { boardReportRules } from './rules.ts'
import { steeringGoalsCsv, steeringGoalsOf } from './steering-goals.ts'

interface Deps {
  readonly work: WorkService
  readonly areaName: (id: number) => string | null
  readonly areasWithin: (id: number) => readonly number[]
}

/** Routes of boards' reports, and of the goals of the city's steering. */
export function boardReportRoutes(deps: Deps): readonly Route[] {
  return [
    ...workRoutes(contract.boardReports, boardReportRules(deps), deps.work),
    endpoint(contract.listSteeringGoals, async ({ query, principal, request }) => {
      const goals = await steeringGoalsOf(deps, principal, query.year)
      const isCsv = query.format === 'csv' || prefersCsv(request.headers.accept, 'application/json')
      if (!isCsv) return json({ items: goals }, { Vary: 'Accept' })
      const headers = { Vary: 'Accept', ...asFile(`ils-${query.year}.csv`) }
      return bytes(mediaTypeOf('.csv'), steeringGoalsCsv(goals), headers)
    }),
  ]
}
