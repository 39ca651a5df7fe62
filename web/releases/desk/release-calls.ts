import type { PlaceContents, PublicContents, ReleaseList } from '../../../server/releases/contract.ts'
import { RELEASE_PATHS } from '../../../server/releases/paths.ts'
import { PLACE_PATHS } from '../../../server/places/paths.ts'
import { pathTo } from '../../../server/platform/http/paths.ts'
import type { HttpClient } from '../../app/api/http-client.ts'

/** Releases, what can be prepared, and how many persons a release needs. */
export interface Releases extends ReleaseList {
  /** Names of places by id. */
  readonly placeNames: ReadonlyMap<number, string>
}
export type Release = ReleaseList['items'][number]
export type Due = ReleaseList['due']
/** A release with the figures that it would disclose, hidden ones as such. */
export type WholeRelease = Release & { readonly contents: PublicContents | PlaceContents }

/** The calls about releases. Computing ones resolve once the work is done, however long it takes. */
export interface ReleaseCalls {
  releases(signal?: AbortSignal): Promise<Releases>
  release(id: number, signal?: AbortSignal): Promise<WholeRelease>
  /** @param period `2026-Q1`, `2025` or `places` */
  prepare(period: string): Promise<readonly Release[]>
  approve(id: number): Promise<Release>
  publish(id: number): Promise<Release>
  withdraw(id: number, reason: string): Promise<Release>
  discard(id: number): Promise<unknown>
}

interface Items<T> {
  readonly items: readonly T[]
}
type InFlight = { readonly underWay: true }

const AGAIN_MS = 1000

/** @param http client of the server */
export function createReleaseCalls({ get, send }: HttpClient): ReleaseCalls {
  /** Sends a call again for as long as its work is in flight: the server does not start it anew. */
  async function untilDone<T extends object>(path: string, body?: unknown): Promise<T> {
    for (;;) {
      const response = await send<T | InFlight>('POST', path, body)
      if (!('underWay' in response)) return response
      await new Promise((resolve) => void setTimeout(resolve, AGAIN_MS))
    }
  }
  return {
    async releases(signal) {
      const [listed, places] = await Promise.all([
        get<ReleaseList>(RELEASE_PATHS.releases, signal),
        get<Items<{ readonly id: number; readonly name: string }>>(PLACE_PATHS.places, signal),
      ])
      return { ...listed, placeNames: new Map(places.items.map(({ id, name }) => [id, name])) }
    },
    release: (id, signal) => get(pathTo(RELEASE_PATHS.release, { id }), signal),
    prepare: async (period) => (await untilDone<Items<Release>>(RELEASE_PATHS.releases, { period })).items,
    approve: (id) => send('POST', pathTo(RELEASE_PATHS.releaseApproval, { id })),
    publish: (id) => untilDone(pathTo(RELEASE_PATHS.releasePublication, { id })),
    withdraw: (id, reason) => send('POST', pathTo(RELEASE_PATHS.releaseWithdrawal, { id }), { reason }),
    discard: (id) => send('DELETE', pathTo(RELEASE_PATHS.release, { id })),
  }
}
