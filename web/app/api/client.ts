import type { MultiPolygon, Polygon } from 'geojson'
import { pathTo } from '../../../server/platform/http/paths.ts'
import { CHECK_PATHS } from '../../../server/checks/paths.ts'
import { HOTSPOT_PATHS } from '../../../server/hotspots/paths.ts'
import { MAP_PATHS } from '../../../server/map-tiles/paths.ts'
import { SYSTEM_PATHS } from '../../../server/operations/paths.ts'
import { PROPOSAL_PATHS } from '../../../server/proposals/paths.ts'
import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import { SOURCE_PATHS } from '../../../server/sources/paths.ts'
import { UNIT_PATHS } from '../../../server/units/paths.ts'
import type { CheckResponse } from '../../../server/checks/contract.ts'
import type { Source } from '../../../server/sources/contract.ts'
import type { TileLayerId } from '../../../tiles/schema.ts'
import type {
  CategoriesResponse,
  CheckPeriod,
  CheckRequest,
  SavedProposal,
  SurfaceResponse,
  TileJson,
  UnitCut,
} from './responses.ts'
import type { HttpClient } from './http-client.ts'

/** The calls that the page makes. Each gives the answer or throws RequestFailed (TypeError when offline). */
export interface Api {
  categories(signal?: AbortSignal): Promise<CategoriesResponse>
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  /** The map layers that the caller may see. */
  layers(signal?: AbortSignal): Promise<readonly TileLayerId[]>
  /** Of when the figures are that planners and coordinators are told. */
  unitCut(signal?: AbortSignal): Promise<UnitCut>
  surface(params: URLSearchParams, signal?: AbortSignal): Promise<SurfaceResponse>
  tileJson(layer: string, params?: URLSearchParams, signal?: AbortSignal): Promise<TileJson>
  check(request: CheckRequest, signal?: AbortSignal): Promise<CheckResponse>
  proposals(signal?: AbortSignal): Promise<readonly SavedProposal[]>
  saveProposal(title: string, geometry: Polygon | MultiPolygon, signal?: AbortSignal): Promise<SavedProposal>
  openReview(
    proposalId: number,
    period: CheckPeriod,
    signal?: AbortSignal,
  ): Promise<{ readonly id: string | number }>
}

/** The calls of the workspace. */
export function createApi({ get, send }: HttpClient): Api {
  return {
    categories: (signal) => get(SYSTEM_PATHS.categories, signal),
    sources: async (signal) =>
      (await get<{ readonly items: readonly Source[] }>(SOURCE_PATHS.sources, signal)).items,
    layers: async (signal) =>
      (
        await get<{ readonly layers: readonly { readonly id: TileLayerId }[] }>(MAP_PATHS.layers, signal)
      ).layers.map(({ id }) => id),
    unitCut: (signal) => get(UNIT_PATHS.unitCuts, signal),
    surface: (params, signal) => get(`${HOTSPOT_PATHS.hotspots}?${params}`, signal),
    tileJson: (layer, params, signal) =>
      get(`${pathTo(MAP_PATHS.tileJson, { layer })}${params === undefined ? '' : `?${params}`}`, signal),
    check: (request, signal) => send('POST', CHECK_PATHS.check, request, signal),
    proposals: async (signal) =>
      (await get<{ readonly features: readonly SavedProposal[] }>(PROPOSAL_PATHS.proposals, signal)).features,
    saveProposal: (title, geometry, signal) =>
      send('POST', PROPOSAL_PATHS.proposals, { type: 'Feature', geometry, properties: { title } }, signal),
    openReview: (id, period, signal) =>
      send('POST', pathTo(REVIEW_PATHS.proposalReviews, { id }), period, signal),
  }
}
