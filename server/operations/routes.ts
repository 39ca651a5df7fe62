import type { Endpoint } from '../platform/http/endpoint.ts'
import { openApiDocument } from '../platform/http/openapi.ts'
import * as contract from './contract.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { hasAccess } from '../platform/access/caller.ts'
import { DomainError } from '../engine/errors.ts'
import type { Readiness } from './readiness.ts'
import { bytes, json } from '../platform/http/answer.ts'
import { isFromLoopback } from '../platform/http/loopback.ts'
import type { Metrics } from '../platform/http/metrics.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly readiness: (details: boolean) => Promise<Readiness>
  readonly metrics: Metrics
  /** Every call of the API, for the OpenAPI document. */
  readonly endpoints: readonly Endpoint[]
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Life, readiness, figures, and what the API is. */
export function systemRoutes({ readiness, metrics, endpoints }: Deps): readonly Route[] {
  const document = openApiDocument(endpoints)
  return [
    endpoint(contract.getHealth, () => json({ status: 'alive' }, NO_STORE)),
    endpoint(contract.getReadiness, async ({ request, audience }) => {
      const found = await readiness(isFromLoopback(request) || audience.role === 'admin')
      return json(found, NO_STORE, found.status === 'ready' ? 200 : 503)
    }),
    endpoint(contract.getMetrics, async ({ request, caller }) => {
      if (!isFromLoopback(request) && !hasAccess(caller, 'metrics.read')) {
        const words = 'Figures are told on loopback, and to a key with the scope metrics.read.'
        throw new DomainError('forbidden', words)
      }
      return bytes(metrics.contentType, await metrics.text(), NO_STORE)
    }),
    endpoint(contract.getOpenApi, () => json(document)),
    endpoint(contract.getCategories, () => json({ groups: CATEGORY_GROUPS, categories: CATEGORIES })),
  ]
}
