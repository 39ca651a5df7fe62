import type { CityResponse } from '../api/responses.ts'
import type { Api } from '../api/client.ts'

export type CityApi = Pick<Api, 'categories' | 'sources' | 'map' | 'baseMap' | 'layers' | 'unitCut'>

/**
 * Loads what the page needs before figures: categories, sources, opening view, layers, and the cut.
 *
 * @param seesUnits whether the person sees sums as of a cut
 */
export async function loadCity(api: CityApi, seesUnits: boolean, signal: AbortSignal): Promise<CityResponse> {
  const requested = api.layers(signal)
  const [categories, sources, map, baseMap, layers, cut] = await Promise.all([
    api.categories(signal),
    api.sources(signal),
    api.map(signal),
    // The city is shown even without a base map.
    api.baseMap(signal).catch(() => null),
    requested,
    // The request for layers makes a city's first cut, so the cut is requested after it.
    seesUnits ? requested.then(() => api.unitCut(signal)) : null,
  ])
  return { categories, sources, ...map, baseMap, layers, cut }
}
