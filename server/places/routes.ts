import * as contract from './contract.ts'
import type { PlaceService } from './place-service.ts'
import { json } from '../platform/http/answer.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly places: PlaceService
}

/** Places of collaboration and what is published of them. */
export function placeRoutes({ places }: Deps): readonly Route[] {
  return [
    endpoint(contract.listPlaces, ({ audience }) => json({ items: places.list(audience) })),
    endpoint(contract.getPlace, ({ params, audience }) => json(places.find(params.id, audience))),
    endpoint(contract.getPlaceRelease, async ({ params, audience }) =>
      json(await places.release(params.id, audience)),
    ),
  ]
}
