import * as contract from './contract.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import type { CutStatus, UnitService } from './unit-service.ts'

interface Deps {
  readonly units: Pick<UnitService, 'status' | 'cut'>
}

/** Routes of the cuts as of which planners and coordinators get figures. */
export function unitRoutes({ units }: Deps): readonly Route[] {
  return [
    endpoint(contract.getUnitCut, async () => json(cutStatusBody(units.status()))),
    endpoint(contract.createUnitCut, async () => json(cutStatusBody(await units.cut()), {}, 201)),
  ]
}

/** The response body on the cuts. */
export function cutStatusBody({ cut, nextMs, byHand }: CutStatus): contract.CutStatusBody {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  return {
    madeAt: iso(cut?.madeAtMs ?? null),
    nextAt: iso(nextMs),
    byHand,
  }
}
