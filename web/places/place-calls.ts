import { pathTo } from '../../server/platform/http/paths.ts'
import { PLACE_PATHS } from '../../server/places/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { PlaceReleaseAnswer } from '../../server/places/contract.ts'
import type { HandlingSummary } from '../../server/reviews/documents/contract.ts'
import type { Ask } from '../app/api/ask.ts'

export type PlaceSeries = PlaceReleaseAnswer['series'][number]
export type PlaceCount = PlaceSeries['figures'][number]['count']

/** What a partner's page asks. */
export interface PlaceCalls {
  release(placeId: number, signal?: AbortSignal): Promise<PlaceReleaseAnswer>
  /** Those that touch the partner's places. */
  handlings(signal?: AbortSignal): Promise<readonly HandlingSummary[]>
}

/** The calls of a partner's page. */
export function createPlaceCalls({ get }: Ask): PlaceCalls {
  return {
    release: (id, signal) => get(pathTo(PLACE_PATHS.placeRelease, { id }), signal),
    handlings: async (signal) =>
      (await get<{ readonly items: readonly HandlingSummary[] }>(REVIEW_PATHS.handlings, signal)).items,
  }
}
