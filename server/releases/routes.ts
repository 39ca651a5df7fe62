import * as contract from './contract.ts'
import { actorReference } from '../platform/access/caller.ts'
import type { ReleaseSummary } from './release.ts'
import { inFlight } from './publication/in-flight.ts'
import type { LongWork } from './publication/long-work.ts'
import { presentRelease } from './publication/present-release.ts'
import type { PublishService } from './publication/publish-service.ts'
import { type Answer, json, noContent } from '../platform/http/answer.ts'
import { type Call, endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly releases: PublishService
  readonly work: LongWork
}

const NO_STORE = { 'Cache-Control': 'no-store' }

/** Releases on their way to the public. The service keeps its own notes, so the trail gets none from here. */
export function releaseRoutes({ releases, work }: Deps): readonly Route[] {
  const noted = (answer: Answer): Answer => ({ ...answer, note: null })
  const one = (release: ReleaseSummary) => noted(json(presentRelease(release), NO_STORE))
  const nameOf = ({ caller }: Pick<Call<typeof contract.listReleases>, 'caller'>, what: string) =>
    `${actorReference(caller.actor)} ${what}`

  return [
    endpoint(contract.listReleases, async () =>
      json({ items: (await releases.list()).map(presentRelease) }, NO_STORE),
    ),
    endpoint(contract.prepareReleases, async (call) => {
      const { caller } = call
      const { period } = call.body
      const prepared = await work.join(nameOf(call, `prepare ${period}`), () =>
        releases.prepare(period, caller),
      )
      if (prepared === null) return inFlight()
      return noted(json({ items: prepared.map(presentRelease) }, NO_STORE, 201))
    }),
    endpoint(contract.getRelease, async ({ params }) => {
      const { contents, ...summary } = await releases.find(params.id)
      return json({ ...presentRelease(summary), contents }, NO_STORE)
    }),
    endpoint(contract.discardRelease, async ({ params, caller }) => {
      await releases.discard(params.id, caller)
      return noted(noContent())
    }),
    endpoint(contract.approveRelease, async ({ params, caller }) =>
      one(await releases.approve(params.id, caller)),
    ),
    endpoint(contract.publishRelease, async (call) => {
      const { id } = call.params
      const published = await work.join(nameOf(call, `publish ${id}`), () =>
        releases.publish(id, call.caller),
      )
      return published === null ? inFlight() : one(published)
    }),
    endpoint(contract.withdrawRelease, async ({ params, body, caller }) =>
      one(await releases.withdraw(params.id, body.reason, caller)),
    ),
  ]
}
