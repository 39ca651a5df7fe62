import type { MultiPolygon, Polygon } from 'geojson'
import { PATHS, pathTo } from '../../../server/platform/http/paths.ts'
import type { CheckResult, Source } from '../../../server/platform/http/fields/shapes.ts'
import type { TileLayerId } from '../../../tiles/schema.ts'
import type {
  CategoriesAnswer,
  CheckPeriod,
  CheckRequest,
  SavedProposal,
  SurfaceAnswer,
  TileJson,
} from './answers.ts'
import type { Ask } from './ask.ts'

/** The calls that the page makes. Each gives the answer or throws RequestFailed (TypeError when offline). */
export interface Api {
  categories(signal?: AbortSignal): Promise<CategoriesAnswer>
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  /** The map layers that the caller may see. */
  layers(signal?: AbortSignal): Promise<readonly TileLayerId[]>
  surface(params: URLSearchParams, signal?: AbortSignal): Promise<SurfaceAnswer>
  tileJson(layer: string, params?: URLSearchParams, signal?: AbortSignal): Promise<TileJson>
  check(request: CheckRequest, signal?: AbortSignal): Promise<CheckResult>
  proposals(signal?: AbortSignal): Promise<readonly SavedProposal[]>
  saveProposal(title: string, geometry: Polygon | MultiPolygon, signal?: AbortSignal): Promise<SavedProposal>
  openReview(
    proposalId: number,
    period: CheckPeriod,
    signal?: AbortSignal,
  ): Promise<{ readonly id: string | number }>
}

/** The calls of the workspace. */
export function createApi({ get, send }: Ask): Api {
  return {
    categories: (signal) => get(PATHS.categories, signal),
    sources: async (signal) =>
      (await get<{ readonly items: readonly Source[] }>(PATHS.sources, signal)).items,
    layers: async (signal) =>
      (
        await get<{ readonly layers: readonly { readonly id: TileLayerId }[] }>(PATHS.layers, signal)
      ).layers.map(({ id }) => id),
    surface: (params, signal) => get(`${PATHS.hotspots}?${params}`, signal),
    tileJson: (layer, params, signal) =>
      get(`${pathTo(PATHS.tileJson, { layer })}${params === undefined ? '' : `?${params}`}`, signal),
    check: (request, signal) => send('POST', PATHS.check, request, signal),
    proposals: async (signal) =>
      (await get<{ readonly features: readonly SavedProposal[] }>(PATHS.proposals, signal)).features,
    saveProposal: (title, geometry, signal) =>
      send('POST', PATHS.proposals, { type: 'Feature', geometry, properties: { title } }, signal),
    openReview: (id, period, signal) => send('POST', pathTo(PATHS.proposalReviews, { id }), period, signal),
  }
}
