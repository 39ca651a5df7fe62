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
  /** All endpoints, for the OpenAPI document. */
  readonly endpoints: readonly Endpoint[]
  readonly baseUrlOf: BaseUrlOf
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Routes of liveness, readiness, metrics and the OpenAPI document. */
export function systemRoutes({ readiness, metrics, endpoints, baseUrlOf }: Deps): readonly Route[] {
  // Made when it is first asked for: it takes a third of a second of a start.
  let document: ReturnType<typeof openApiDocument> | undefined
  return [
    endpoint(contract.getHealth, () => json({ status: 'alive' }, NO_STORE)),
    endpoint(contract.getReadiness, async ({ principal }) => {
      const found = await readiness(hasAccess(principal, 'metrics.read'))
      return json(found, NO_STORE, found.status === 'ready' ? 200 : 503)
    }),
    endpoint(contract.getMetrics, async () => bytes(metrics.contentType, await metrics.text(), NO_STORE)),
    endpoint(contract.getOpenApi, ({ request }) => {
      document ??= openApiDocument(endpoints)
      return json({ ...document, servers: [{ url: baseUrlOf(request) }] })
    }),
    endpoint(contract.getCategories, () => json({ groups: CATEGORY_GROUPS, categories: CATEGORIES })),
  ]
}
