import * as contract from './contract.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { CheckService } from './check-service.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { compareCheck } from './compare-check.ts'
import { checkSettings } from './check-settings.ts'

interface Deps {
  readonly checks: CheckService
  readonly zone: Zone
}

/** Route of the check of a polygon that is not saved. */
export function checkRoutes({ checks, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.checkPolygon, async ({ body, principal, signal }) => {
      const { geometry, against = null, ...options } = body
      const request = { geometry, ...checkSettings(options, zone), proposalId: null }
      return json(await compareCheck(checks, { request, against }, principal.audience, { signal }))
    }),
  ]
}
