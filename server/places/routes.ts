import * as contract from './contract.ts'
import type { PlaceService } from './place-service.ts'
import { actorReference } from '../platform/access/principal.ts'
import { inFlight, type LongWork } from '../releases/index.ts'
import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly places: PlaceService
  readonly publishing: { readonly work: LongWork }
}

/** Routes of places of collaboration and their releases. */
export function placeRoutes({ places, publishing }: Deps): readonly Route[] {
  return [
    endpoint(contract.listPlaces, async ({ audience }) => json({ items: await places.list(audience) })),
    endpoint(contract.getPlace, async ({ params, audience }) => json(await places.find(params.id, audience))),
    endpoint(contract.getPlaceRelease, async ({ params, audience }) =>
      json(await places.release(params.id, audience)),
    ),
    endpoint(contract.publishPlace, async ({ params, body, principal }) => {
      const name = `${actorReference(principal.actor)} publish place ${params.id}`
      const place = await publishing.work.join(name, () => places.publish(params.id, body, principal))
      if (place === null) return inFlight()
      const { decidedOn, section } = body
      return { ...json(place), note: { detail: { decidedOn, section } } }
    }),
    endpoint(contract.withdrawPlace, async ({ params, query, principal }) =>
      json(await places.withdraw(params.id, query.reason, principal)),
    ),
  ]
}
