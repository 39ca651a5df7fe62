import { pathTo } from '../../server/platform/http/paths.ts'
import { PLACE_PATHS } from '../../server/places/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { PlaceAnswer, PlaceReleaseAnswer } from '../../server/places/contract.ts'
import type { BoardDecision } from '../../server/reviews/contract.ts'
import type { HandlingSummary } from '../../server/reviews/documents/contract.ts'
import type { Ask } from '../app/api/ask.ts'

export type PlaceSeries = PlaceReleaseAnswer['series'][number]
export type PlaceCount = PlaceSeries['figures'][number]['count']

/** The calls about places; those of publishing are a coordinator's. */
export interface PlaceCalls {
  list(signal?: AbortSignal): Promise<readonly PlaceAnswer[]>
  /** Lets the figures of a place stand in public documents: everything published is attacked first, which takes a while. */
  publish(placeId: number, board: BoardDecision): Promise<unknown>
  withdraw(placeId: number, reason: string): Promise<unknown>
  release(placeId: number, signal?: AbortSignal): Promise<PlaceReleaseAnswer>
  /** Those that touch the partner's places. */
  handlings(signal?: AbortSignal): Promise<readonly HandlingSummary[]>
}

/** Time until a call is sent again whose work is in flight. */
const AGAIN_MS = 1000

/** @param ask how the server is asked */
export function createPlaceCalls({ get, send }: Ask): PlaceCalls {
  const publish: PlaceCalls['publish'] = async (id, board) => {
    const path = pathTo(PLACE_PATHS.placePublication, { id })
    const answer = await send<PlaceAnswer | { readonly underWay: true }>('POST', path, board)
    if (!('underWay' in answer)) return answer
    await new Promise((resolve) => void setTimeout(resolve, AGAIN_MS))
    return publish(id, board)
  }
  return {
    list: async (signal) =>
      (await get<{ readonly items: readonly PlaceAnswer[] }>(PLACE_PATHS.places, signal)).items,
    publish,
    withdraw: (id, reason) =>
      send('DELETE', `${pathTo(PLACE_PATHS.placePublication, { id })}?${new URLSearchParams({ reason })}`),
    release: (id, signal) => get(pathTo(PLACE_PATHS.placeRelease, { id }), signal),
    handlings: async (signal) =>
      (await get<{ readonly items: readonly HandlingSummary[] }>(REVIEW_PATHS.handlings, signal)).items,
  }
}
