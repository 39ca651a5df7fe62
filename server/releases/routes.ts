import * as contract from './contract.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
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
  const presented = (release: ReleaseSummary, principal: Principal) =>
    presentRelease(release, releases.mayApprove(release, principal))
  const one = (release: ReleaseSummary, principal: Principal) =>
    withoutNote(json(presented(release, principal), NO_STORE))
  const nameOf = ({ principal }: Pick<Call<typeof contract.listReleases>, 'principal'>, what: string) =>
    `${actorReference(principal.actor)} ${what}`

  return [
    endpoint(contract.listReleases, async ({ principal }) => {
      const items = (await releases.list()).map((release) => presented(release, principal))
      return json({ items, approvals: releases.approvals, due: await releases.due() }, NO_STORE)
    }),
    endpoint(contract.prepareReleases, async (call) => {
      const { principal } = call
      const { period } = call.body
      const prepared = await work.join(nameOf(call, `prepare ${period}`), () =>
        releases.prepare(period, principal),
      )
      if (prepared === null) return inFlight()
      const items = prepared.map((release) => presented(release, principal))
      return withoutNote(json({ items }, NO_STORE, 201))
    }),
    endpoint(contract.getRelease, async ({ params, principal }) => {
      const { contents, ...summary } = await releases.find(params.id)
      return json({ ...presented(summary, principal), contents }, NO_STORE)
    }),
    endpoint(contract.discardRelease, async ({ params, principal }) => {
      await releases.discard(params.id, principal)
      return withoutNote(noContent())
    }),
    endpoint(contract.approveRelease, async ({ params, principal }) =>
      one(await releases.approve(params.id, principal), principal),
    ),
    endpoint(contract.publishRelease, async (call) => {
      const { id } = call.params
      const published = await work.join(nameOf(call, `publish ${id}`), () =>
        releases.publish(id, call.principal),
      )
      return published === null ? inFlight() : one(published, call.principal)
    }),
    endpoint(contract.withdrawRelease, async ({ params, body, principal }) =>
      one(await releases.withdraw(params.id, body.reason, principal), principal),
    ),
  ]
}
