import type { Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import { routesOf } from './feature-routes.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint } from '../platform/http/route.ts'
import { toGeoJson } from '../engine/snapshot/features.ts'
import type { FeatureService, ShownState } from './feature-service.ts'

interface Deps {
  readonly features: FeatureService
}

/** Cameras, patrol zones and focus areas. */
export function layerRoutes({ features }: Deps): readonly Route[] {
  return [
    ...routesOf('cameras', contract.cameras, features),
    ...routesOf('patrol-zones', contract.patrolZones, features),
    ...routesOf('focus-areas', contract.focusAreas, features),
    endpoint(contract.cameraHistory, async ({ params: { id } }) =>
      presentStates(await features.history('cameras', id, `camera/${id}`)),
    ),
    endpoint(contract.patrolZoneHistory, async ({ params: { id } }) =>
      presentStates(await features.history('patrol-zones', id, `patrolZone/${id}`)),
    ),
    endpoint(contract.focusAreaHistory, async ({ params: { id } }) =>
      presentStates(await features.history('focus-areas', id, `focusArea/${id}`)),
    ),
  ]
}

function presentStates(states: readonly ShownState<'cameras' | 'patrol-zones' | 'focus-areas'>[]) {
  return json({ items: states.map((state) => ({ ...state, feature: toGeoJson(state.feature) })) })
}
