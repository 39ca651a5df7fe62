import type { Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import { historyRoute, routesOf } from './feature-routes.ts'
import type { FeatureService } from './feature-service.ts'

interface Deps {
  readonly features: FeatureService
}

/** Cameras, patrol zones and focus areas. */
export function layerRoutes({ features }: Deps): readonly Route[] {
  return [
    ...routesOf('cameras', contract.cameras, features),
    ...routesOf('patrol-zones', contract.patrolZones, features),
    ...routesOf('focus-areas', contract.focusAreas, features),
    historyRoute('cameras', 'camera', contract.cameraHistory, features),
    historyRoute('patrol-zones', 'patrolZone', contract.patrolZoneHistory, features),
    historyRoute('focus-areas', 'focusArea', contract.focusAreaHistory, features),
  ]
}
