import type { BaseUrlOf } from '../platform/http/base-url.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { openApiDocument } from '../platform/http/openapi.ts'
import * as contract from './contract.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { hasAccess } from '../platform/access/principal.ts'
import type { Readiness } from './readiness.ts'
import { bytes, json } from '../platform/http/endpoint-response.ts'
import type { Metrics } from '../platform/http/metrics.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly readiness: (details: boolean) => Promise<Readiness>
  readonly metrics: Metrics
  /** Every call of the API, for the OpenAPI document. */
  readonly endpoints: readonly Endpoint[]
  readonly baseUrlOf: BaseUrlOf
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Life, readiness, figures, and what the API is. */
export function systemRoutes({ readiness, metrics, endpoints, baseUrlOf }: Deps): readonly Route[] {
  const document = openApiDocument(endpoints)
  return [
    endpoint(contract.getHealth, () => json({ status: 'alive' }, NO_STORE)),
    endpoint(contract.getReadiness, async ({ principal }) => {
      const found = await readiness(hasAccess(principal, 'metrics.read'))
      return json(found, NO_STORE, found.status === 'ready' ? 200 : 503)
    }),
    endpoint(contract.getMetrics, async () => bytes(metrics.contentType, await metrics.text(), NO_STORE)),
    endpoint(contract.getOpenApi, ({ request }) =>
      json({ ...document, servers: [{ url: baseUrlOf(request) }] }),
    ),
    endpoint(contract.getCategories, () => json({ groups: CATEGORY_GROUPS, categories: CATEGORIES })),
  ]
}
