import type { MultiPolygon, Polygon } from 'geojson'
import { PATHS, pathTo } from '../../server/contract/paths.ts'
import type { CheckResult, Source } from '../../server/contract/shapes.ts'
import type {
  CategoriesAnswer,
  CheckPeriod,
  CheckRequest,
  SavedProposal,
  SurfaceAnswer,
  TileJson,
} from './answers.ts'
import { failureOf } from './problem.ts'

export interface ApiDeps {
  readonly fetch: typeof fetch
}

/** The calls that the page makes. Each gives the answer or throws RequestFailed (TypeError when offline). */
export interface Api {
  categories(signal?: AbortSignal): Promise<CategoriesAnswer>
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  surface(params: URLSearchParams, signal?: AbortSignal): Promise<SurfaceAnswer>
  tileJson(layer: string, params?: URLSearchParams, signal?: AbortSignal): Promise<TileJson>
  demo(signal?: AbortSignal): Promise<boolean>
  check(request: CheckRequest, signal?: AbortSignal): Promise<CheckResult>
  proposals(signal?: AbortSignal): Promise<readonly SavedProposal[]>
  saveProposal(title: string, geometry: Polygon | MultiPolygon, signal?: AbortSignal): Promise<SavedProposal>
  openReview(
    proposalId: number,
    period: CheckPeriod,
    signal?: AbortSignal,
  ): Promise<{ readonly id: string | number }>
}

/** The API of the server that served the page. */
export function createApi({ fetch }: ApiDeps): Api {
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const response = await fetch(path, init)
    if (!response.ok) throw await failureOf(response)
    return (await response.json()) as T
  }
  const withSignal = (signal?: AbortSignal) => (signal === undefined ? {} : { signal })
  const get = <T>(path: string, signal?: AbortSignal) => ask<T>(path, withSignal(signal))
  const post = <T>(path: string, body: unknown, signal?: AbortSignal) =>
    ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...withSignal(signal),
    })

  return {
    categories: (signal) => get(PATHS.categories, signal),
    sources: async (signal) =>
      (await get<{ readonly items: readonly Source[] }>(PATHS.sources, signal)).items,
    surface: (params, signal) => get(`${PATHS.hotspots}?${params}`, signal),
    tileJson: (layer, params, signal) =>
      get(`${pathTo(PATHS.tileJson, { layer })}${params === undefined ? '' : `?${params}`}`, signal),
    demo: async (signal) => (await get<{ readonly demo?: boolean }>(PATHS.readyz, signal)).demo === true,
    check: (request, signal) => post(PATHS.check, request, signal),
    proposals: async (signal) =>
      (await get<{ readonly features: readonly SavedProposal[] }>(PATHS.proposals, signal)).features,
    saveProposal: (title, geometry, signal) =>
      post(PATHS.proposals, { type: 'Feature', geometry, properties: { title } }, signal),
    openReview: (id, period, signal) => post(pathTo(PATHS.proposalReviews, { id }), period, signal),
  }
}
