import type { ApiInput } from '../platform/http/call-api.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import { type PresentedRelease, releaseContract } from '../releases/index.ts'
import { awaitDone } from './await-done.ts'
import { callJson } from './call-json.ts'
import type { Session } from './session.ts'

interface Items {
  readonly items: readonly PresentedRelease[]
}

/** Releases, as the command asks for them. */
export type Releases = ReturnType<typeof createReleases>

/** Releases by way of the API. */
export function createReleases(session: Session, signal: AbortSignal) {
  const done = <T>(endpoint: Endpoint, input: ApiInput) =>
    awaitDone<T>(session, endpoint, { ...input, signal })
  const one = (endpoint: Endpoint, id: number, body?: unknown) =>
    done<PresentedRelease>(endpoint, { params: { id }, body })
  return {
    list: async () => (await callJson<Items>(session, releaseContract.listReleases)).items,
    show: (id: number) => callJson<PresentedRelease>(session, releaseContract.getRelease, { params: { id } }),
    /** @param period see `parseReleaseRequest` */
    prepare: async (period: string) =>
      (await done<Items>(releaseContract.prepareReleases, { body: { period } })).items,
    approve: (id: number) => one(releaseContract.approveRelease, id),
    publish: (id: number) => one(releaseContract.publishRelease, id),
    withdraw: (id: number, reason: string) => one(releaseContract.withdrawRelease, id, { reason }),
    async discard(id: number): Promise<void> {
      await session.call(releaseContract.discardRelease, { params: { id } })
    },
  }
}
