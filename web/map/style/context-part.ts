import type { FilterSpecification, GeoJSONSourceSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { baseLayers, streetLayers } from './base-layers.ts'
import type { StylePart } from './build-style.ts'
import type { Context } from './context.ts'
import { labelLayers } from './label-layers.ts'

export interface ContextOptions {
  /** False where names of areas replace those of places. */
  readonly placeNames: boolean
}

/**
 * The city's own map: land, parks, houses, streets, rails and their names.
 *
 * @param source tiles with a layer per kind, or one GeoJSON file whose features have a `kind`
 */
export function contextPart(
  source: VectorSourceSpecification | GeoJSONSourceSpecification,
  { placeNames }: ContextOptions,
): StylePart {
  const context = source.type === 'vector' ? fromTiles : fromFile
  return {
    sources: { context: source },
    layers: {
      ground: baseLayers(context),
      streets: streetLayers(context),
      labels: labelLayers(context, placeNames),
    },
  }
}

const fromTiles: Context = (kind, filter) => ({
  source: 'context',
  'source-layer': kind,
  ...(filter !== undefined && { filter }),
})

const fromFile: Context = (kind, filter) => {
  const ofKind: FilterSpecification = ['==', ['get', 'kind'], kind]
  return {
    source: 'context',
    filter: filter === undefined ? ofKind : (['all', ofKind, filter] as FilterSpecification),
  }
}
