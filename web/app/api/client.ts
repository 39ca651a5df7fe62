import type { MultiPolygon, Polygon } from 'geojson'
import { pathTo } from '../../../server/platform/http/paths.ts'
import { BASE_MAP_PATHS } from '../../../server/base-map/paths.ts'
import { CHECK_PATHS } from '../../../server/checks/paths.ts'
import { HOTSPOT_PATHS } from '../../../server/hotspots/paths.ts'
import { MAP_PATHS } from '../../../server/map-tiles/paths.ts'
import { SYSTEM_PATHS } from '../../../server/operations/paths.ts'
import { PROPOSAL_PATHS } from '../../../server/proposals/paths.ts'
import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import { SOURCE_PATHS } from '../../../server/sources/paths.ts'
import { UNIT_PATHS } from '../../../server/units/paths.ts'
import type { ComparedCheck } from '../../../server/checks/contract.ts'
import type { HotspotMonths } from '../../../server/hotspots/months/contract.ts'
import type { BaseMap } from '../../../server/base-map/contract.ts'
import type { CityMap } from '../../../server/map-tiles/contract.ts'
import type { ProposalFile, ProposalFileOptions } from '../../../server/proposals/contract.ts'
import type { Source } from '../../../server/sources/contract.ts'
import type { TileLayerId } from '../../../tiles/schema.ts'
import type {
  CategoriesResponse,
  ChangesResponse,
  CheckPeriod,
  CheckRequest,
  SavedProposal,
  SurfaceResponse,
  SurfaceSummary,
  UnitCut,
} from './responses.ts'
import type { HttpClient } from './http-client.ts'

/** The calls that the page makes. Each gives the response or throws RequestFailed (TypeError when offline). */
export interface Api {
  categories(signal?: AbortSignal): Promise<CategoriesResponse>
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  /** The map's opening view, the last day with incidents, and missing layers. */
  map(signal?: AbortSignal): Promise<CityMap>
  /** The base map. */
  baseMap(signal?: AbortSignal): Promise<BaseMap>
  /** The map layers that the caller may see. */
  layers(signal?: AbortSignal): Promise<readonly TileLayerId[]>
  /** The date of the figures that planners and coordinators see. */
  unitCut(signal?: AbortSignal): Promise<UnitCut>
  /** The number of cells by class. */
  surface(params: URLSearchParams, signal?: AbortSignal): Promise<SurfaceSummary>
  cells(params: URLSearchParams, signal?: AbortSignal): Promise<SurfaceResponse>
  /** The counts of the whole city by month. */
  months(params: URLSearchParams, signal?: AbortSignal): Promise<HotspotMonths>
  /** The cells that changed since the same days of an earlier year. */
  changes(params: URLSearchParams, signal?: AbortSignal): Promise<ChangesResponse>
  check(request: CheckRequest, signal?: AbortSignal): Promise<ComparedCheck>
  /** The outlines of a file, or what has to be chosen before it can be read. */
  proposalFile(file: File, options: ProposalFileOptions, signal?: AbortSignal): Promise<ProposalFile>
  proposals(signal?: AbortSignal): Promise<readonly SavedProposal[]>
  saveProposal(title: string, geometry: Polygon | MultiPolygon, signal?: AbortSignal): Promise<SavedProposal>
  openReview(
    proposalId: number,
    period: CheckPeriod,
    signal?: AbortSignal,
  ): Promise<{ readonly id: string | number }>
}

/** The calls of the workspace. */
export function createApi({ get, send, upload }: HttpClient): Api {
  return {
    categories: (signal) => get(SYSTEM_PATHS.categories, signal),
    sources: async (signal) =>
      (await get<{ readonly items: readonly Source[] }>(SOURCE_PATHS.sources, signal)).items,
    map: (signal) => get(MAP_PATHS.map, signal),
    baseMap: (signal) => get(BASE_MAP_PATHS.baseMap, signal),
    layers: async (signal) =>
      (
        await get<{ readonly layers: readonly { readonly id: TileLayerId }[] }>(MAP_PATHS.layers, signal)
      ).layers.map(({ id }) => id),
    unitCut: (signal) => get(UNIT_PATHS.unitCuts, signal),
    surface: (params, signal) => get(`${HOTSPOT_PATHS.hotspots}?${params}&format=summary`, signal),
    months: (params, signal) => get(`${HOTSPOT_PATHS.months}?${params}`, signal),
    changes: (params, signal) => get(`${HOTSPOT_PATHS.changes}?${params}`, signal),
    cells: (params, signal) => get(`${HOTSPOT_PATHS.hotspots}?${params}`, signal),
    check: (request, signal) => send('POST', CHECK_PATHS.check, request, signal),
    proposalFile: (file, options, signal) => {
      const form = new FormData()
      form.append('options', JSON.stringify(options))
      form.append('file', file)
      return upload(PROPOSAL_PATHS.proposalFiles, form, signal)
    },
    proposals: async (signal) =>
      (await get<{ readonly features: readonly SavedProposal[] }>(PROPOSAL_PATHS.proposals, signal)).features,
    saveProposal: (title, geometry, signal) =>
      send('POST', PROPOSAL_PATHS.proposals, { type: 'Feature', geometry, properties: { title } }, signal),
    openReview: (id, period, signal) =>
      send('POST', pathTo(REVIEW_PATHS.proposalReviews, { id }), period, signal),
  }
}
