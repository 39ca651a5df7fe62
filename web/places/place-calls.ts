import { pathTo } from '../../server/platform/http/paths.ts'
import { PLACE_PATHS } from '../../server/places/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { PlaceResponse, PlaceReleaseResponse } from '../../server/places/contract.ts'
import type { BoardDecision } from '../../server/reviews/contract.ts'
import type { DocumentSummary } from '../../server/reviews/documents/contract.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type PlaceSeries = PlaceReleaseResponse['series'][number]
export type PlaceCount = PlaceSeries['figures'][number]['count']

/** The calls about places; publishing needs a coordinator. */
export interface PlaceCalls {
  list(signal?: AbortSignal): Promise<readonly PlaceResponse[]>
  /** Allows a place's figures in public documents; slow, because all releases are attacked first. */
  publish(placeId: number, board: BoardDecision): Promise<unknown>
  withdraw(placeId: number, reason: string): Promise<unknown>
  release(placeId: number, signal?: AbortSignal): Promise<PlaceReleaseResponse>
  /** Documents that touch the partner's places. */
  handlings(signal?: AbortSignal): Promise<readonly DocumentSummary[]>
}

/** Delay before a call with work in flight is repeated. */
const AGAIN_MS = 1000

/** @param http client of the server */
export function createPlaceCalls({ get, send }: HttpClient): PlaceCalls {
  const publish: PlaceCalls['publish'] = async (id, board) => {
    const path = pathTo(PLACE_PATHS.placePublication, { id })
    const received = await send<PlaceResponse | { readonly underWay: true }>('POST', path, board)
    if (!('underWay' in received)) return received
    await new Promise((resolve) => void setTimeout(resolve, AGAIN_MS))
    return publish(id, board)
  }
  return {
    list: async (signal) =>
      (await get<{ readonly items: readonly PlaceResponse[] }>(PLACE_PATHS.places, signal)).items,
    publish,
    withdraw: (id, reason) =>
      send('DELETE', `${pathTo(PLACE_PATHS.placePublication, { id })}?${new URLSearchParams({ reason })}`),
    release: (id, signal) => get(pathTo(PLACE_PATHS.placeRelease, { id }), signal),
    handlings: async (signal) =>
      (await get<{ readonly items: readonly DocumentSummary[] }>(REVIEW_PATHS.publicDocuments, signal)).items,
  }
}
