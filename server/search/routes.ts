import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import type { SearchService } from './search-service.ts'

/** The route of the search on the map. */
export function searchRoutes({ searching }: { readonly searching: SearchService }): readonly Route[] {
  return [
    endpoint(contract.search, ({ query, audience }) =>
      json(searching.search(query.q ?? '', audience), { 'Cache-Control': 'private, no-cache' }),
    ),
  ]
}
