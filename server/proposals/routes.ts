import { routesOf } from '../layers/feature-routes.ts'
import type { FeatureService } from '../layers/feature-service.ts'
import type { Route } from '../platform/http/route.ts'
import { proposals } from './contract.ts'

/** Building proposals. */
export function proposalRoutes({ features }: { readonly features: FeatureService }): readonly Route[] {
  return routesOf('proposals', proposals, features)
}
