import type { Route } from '../platform/http/route.ts'
import { proposals } from './contract.ts'
import { type FeatureService, routesOf } from '../layers/index.ts'

/** Building proposals. */
export function proposalRoutes({ features }: { readonly features: FeatureService }): readonly Route[] {
  return routesOf('proposals', proposals, features)
}
