import type { CityAnswer } from '../api/answers.ts'
import type { Workspace } from '../../workspace/workspace.ts'

/** Asks what the page must know before it can ask for figures: categories, sources, extent, layers. */
export function loadCity({ city, api }: Pick<Workspace, 'city' | 'api'>): Promise<void> {
  return city.load(async (signal): Promise<CityAnswer> => {
    const [categories, sources, context, layers] = await Promise.all([
      api.categories(signal),
      api.sources(signal),
      api.tileJson('context', undefined, signal),
      api.layers(signal),
    ])
    return { categories, sources, bounds: context.bounds ?? null, layers }
  })
}
