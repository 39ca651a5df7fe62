import * as contract from './contract.ts'
import { actorReference } from '../platform/access/principal.ts'
import type { ReleaseSummary } from './release.ts'
import { inFlight } from './publication/in-flight.ts'
import type { LongWork } from './publication/long-work.ts'
import { presentRelease } from './publication/present-release.ts'
import type { PublishService } from './publication/publish-service.ts'
import { type EndpointResponse, json, noContent } from '../platform/http/endpoint-response.ts'
import { type Call, endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly releases: PublishService
  readonly work: LongWork
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Routes of releases. The service writes the audit events. */
export function releaseRoutes({ releases, work }: Deps): readonly Route[] {
  const withoutNote = (response: EndpointResponse): EndpointResponse => ({ ...response, note: null })
  const one = (release: ReleaseSummary) => withoutNote(json(presentRelease(release), NO_STORE))
  const nameOf = ({ principal }: Pick<Call<typeof contract.listReleases>, 'principal'>, what: string) =>
    `${actorReference(principal.actor)} ${what}`

  return [
    endpoint(contract.listReleases, async () =>
      json({ items: (await releases.list()).map(presentRelease) }, NO_STORE),
    ),
    endpoint(contract.prepareReleases, async (call) => {
      const { principal } = call
      const { period } = call.body
      const prepared = await work.join(nameOf(call, `prepare ${period}`), () =>
        releases.prepare(period, principal),
      )
      if (prepared === null) return inFlight()
      return withoutNote(json({ items: prepared.map(presentRelease) }, NO_STORE, 201))
    }),
    endpoint(contract.getRelease, async ({ params }) => {
      const { contents, ...summary } = await releases.find(params.id)
      return json({ ...presentRelease(summary), contents }, NO_STORE)
    }),
    endpoint(contract.discardRelease, async ({ params, principal }) => {
      await releases.discard(params.id, principal)
      return withoutNote(noContent())
    }),
    endpoint(contract.approveRelease, async ({ params, principal }) =>
      one(await releases.approve(params.id, principal)),
    ),
    endpoint(contract.publishRelease, async (call) => {
      const { id } = call.params
      const published = await work.join(nameOf(call, `publish ${id}`), () =>
        releases.publish(id, call.principal),
      )
      return published === null ? inFlight() : one(published)
    }),
    endpoint(contract.withdrawRelease, async ({ params, body, principal }) =>
      one(await releases.withdraw(params.id, body.reason, principal)),
    ),
  ]
}
