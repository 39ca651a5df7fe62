import { DomainError } from '../engine/errors.ts'
import type { Audience } from '../platform/access/audience.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import { EVALUATION_STATES, type StoredEvaluation } from './evaluation.ts'
import type { EvaluationService } from './evaluation-service.ts'

interface Deps {
  readonly evaluations: EvaluationService
}

/** What became of measures. */
export function evaluationRoutes({ evaluations }: Deps): readonly Route[] {
  const shown = (stored: StoredEvaluation, audience: Audience) =>
    evaluationResponse(stored, audience, evaluations.closedTo(audience, stored))
  const tagged = (stored: StoredEvaluation, audience: Audience, headers = {}, status = 200) =>
    json(shown(stored, audience), { ETag: revisionTag(stored.revision), ...headers }, status)
  return [
    endpoint(contract.listEvaluations, async ({ query, principal, audience }) => {
      const stored = await evaluations.list(principal, query.area)
      return json({ items: stored.map((evaluation) => shown(evaluation, audience)) })
    }),
    endpoint(contract.createEvaluation, async ({ params, body, principal, audience }) => {
      const stored = await evaluations.create(principal, params.id, body)
      return tagged(stored, audience, { Location: `/api/evaluations/${stored.id}` }, 201)
    }),
    endpoint(contract.getDetectableChange, async ({ params, query, principal }) => {
      const { evaluation } = await evaluations.plan(principal, params.id, query.group)
      const { conclusion, comparison, counts } = evaluation
      const detectable = comparison?.site.detectable ?? null
      return json({
        conclusion,
        before: counts.site.before,
        detectable,
        placebos: comparison?.placebos ?? 0,
      })
    }),
    endpoint(contract.changeEvaluation, async ({ params, body, revision, principal, audience }) => {
      if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
      return tagged(await evaluations.change(principal, params.id, revision, body), audience)
    }),
    endpoint(contract.verifyEvaluation, async ({ params, principal }) =>
      json(await evaluations.verify(principal, params.id)),
    ),
  ]
}

const OF_CONCLUSIONS: readonly Audience['role'][] = ['partner', 'reader']

/** Parties and readers read the conclusion; the figures are for staff to whose board every counted source is open. */
function evaluationResponse(
  stored: StoredEvaluation,
  { role }: Audience,
  closed: readonly string[],
): contract.EvaluationResponse {
  const { id, areaId, content, revision, changed, state, audience } = stored
  const { result, sha256, learnt } = content
  const isForConclusions = OF_CONCLUSIONS.includes(role)
  const { evaluation, cells, ringMetres, series, cutAt, measure, group, after, before } = result
  const { conclusion, counts, comparison } = evaluation
  const figures = { counts, comparison, cells, ringMetres, series: [...series], cutAt, sha256 }
  return {
    id,
    measureId: measure.id,
    areaId,
    group,
    after,
    before: [...before],
    conclusion,
    audience,
    state: EVALUATION_STATES.find((known) => known === state) ?? 'computed',
    learnt,
    figures: isForConclusions || closed.length > 0 ? null : figures,
    withheld: isForConclusions ? [] : [...closed],
    revision,
    changed: { at: changed.at, name: changed.name },
  }
}
