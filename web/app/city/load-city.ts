import type { CityAnswer } from '../api/answers.ts'
import type { Api } from '../api/client.ts'

export type CityApi = Pick<Api, 'categories' | 'sources' | 'tileJson' | 'layers'>

/** Asks what the page must know before it can ask for figures: categories, sources, extent, layers. */
export async function loadCity(api: CityApi, signal: AbortSignal): Promise<CityAnswer> {
  const [categories, sources, context, layers] = await Promise.all([
    api.categories(signal),
    api.sources(signal),
    api.tileJson('context', undefined, signal),
    api.layers(signal),
  ])
  return { categories, sources, bounds: context.bounds ?? null, layers }
}
