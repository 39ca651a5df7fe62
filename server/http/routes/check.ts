import * as contract from '../../contract/check.ts'
import type { Zone } from '../../domain/zone.ts'
import type { CheckService } from '../../services/check/check-service.ts'
import { json } from '../answer.ts'
import { endpoint, type Route } from '../route.ts'
import { checkSettings } from './check-settings.ts'

interface Deps {
  readonly checks: CheckService
  readonly zone: Zone
}

/** The check of a polygon that is not saved. */
export function checkRoutes({ checks, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.checkPolygon, async ({ body, caller, signal }) => {
      const { geometry, ...options } = body
      const request = { geometry, ...checkSettings(options, zone), proposalId: null }
      return json(await checks.check(request, caller.audience, { signal, caller }))
    }),
  ]
}
