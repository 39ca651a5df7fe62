import type { CityResponse } from '../api/responses.ts'
import type { Api } from '../api/client.ts'

export type CityApi = Pick<Api, 'categories' | 'sources' | 'tileJson' | 'layers' | 'unitCut'>

/**
 * Asks what the page must know before it can ask for figures: categories, sources, extent, layers, and of when the figures
 * are.
 *
 * @param seesUnits whether the person is told sums as of a cut
 */
export async function loadCity(api: CityApi, seesUnits: boolean, signal: AbortSignal): Promise<CityResponse> {
  const requested = api.layers(signal)
  const [categories, sources, context, layers, cut] = await Promise.all([
    api.categories(signal),
    api.sources(signal),
    api.tileJson('context', undefined, signal),
    requested,
    // Asking for layers makes the first cut of a city.
    seesUnits ? requested.then(() => api.unitCut(signal)) : null,
  ])
  return { categories, sources, bounds: context.bounds ?? null, layers, cut }
}
