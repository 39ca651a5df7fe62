import { json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import * as contract from './contract.ts'
import type { ReviewWatch } from './review-watch.ts'

/** The route of the watch over open reviews. */
export function reviewWatchRoutes({ reviewWatch }: { readonly reviewWatch: ReviewWatch }): readonly Route[] {
  return [
    endpoint(contract.listReviewWatches, async ({ query, audience }) =>
      json({ items: await reviewWatch.list(audience, query.reviewId) }),
    ),
  ]
}
