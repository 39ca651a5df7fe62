import { notFound } from '../engine/errors.ts'
import type { Audience } from '../platform/access/audience.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { workRoutes } from '../work/index.ts'
import * as contract from './contract.ts'
import { type EvidenceDeps, evidenceRules } from './rules.ts'

interface Deps extends EvidenceDeps {
  readonly reportAreas: { isOpen(audience: Audience, areaId: number): boolean }
}

/** Newest figures to choose from: a place has a few groups and thirteen periods a year. */
const MAX_CITABLE = 200

/** Routes of evidence, and of what it may point at. */
export function evidenceRoutes(deps: Deps): readonly Route[] {
  return [
    ...workRoutes(contract.evidence, evidenceRules(deps), deps.work),
    endpoint(contract.listCitableFigures, async ({ params: { id }, audience }) => {
      if (!deps.reportAreas.isOpen(audience, id)) throw notFound('place', id)
      const [{ released, surveys }, cells, findings] = await Promise.all([
        deps.figuresOf(id),
        deps.staffEvidence.cells(audience, id),
        deps.staffEvidence.findings(audience, id),
      ])
      return json({
        released: released.slice(0, MAX_CITABLE),
        surveys: surveys.slice(0, MAX_CITABLE),
        cells: cells.map(({ group, from, to, count, cells: many, leftOut }) => {
          return { group, from, to, count, cells: many, leftOut: [...leftOut] }
        }),
        findings: findings.slice(0, MAX_CITABLE).map(({ reviewId, finding, title, words }) => {
          return { reviewId, finding, title, words }
        }),
      })
    }),
  ]
}
