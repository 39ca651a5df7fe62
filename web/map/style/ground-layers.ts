import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { groundLayers, streetLayers } from './base-layers.ts'
import { labelLayers } from './label-layers.ts'

/** Names that the areas' own names stand for on the public's map. */
const NAMED_ELSEWHERE = 'place-name'

/** What lies below the areas' colour: land, parks, squares. */
export const publicGround = (): readonly LayerSpecification[] => groundLayers().flatMap(ofContext)

/** What lies over it, so that one finds one's street: streets, railway, stations. */
export const publicStreets = (): readonly LayerSpecification[] => streetLayers().flatMap(ofContext)

/** Names of streets and stations. */
export const publicLabels = (): readonly LayerSpecification[] =>
  labelLayers()
    .filter(({ id }) => id !== NAMED_ELSEWHERE)
    .flatMap(ofContext)

/** A layer of the workspace's map, from the one file of the city's map instead of from tiles; none for other sources. */
function ofContext(layer: LayerSpecification): readonly LayerSpecification[] {
  if (!('source-layer' in layer) || layer.source !== 'context') return []
  const { 'source-layer': kind, filter, ...rest } = layer
  const ofKind: FilterSpecification = ['==', ['get', 'kind'], kind ?? '']
  return [
    {
      ...rest,
      id: `context:${layer.id}`,
      filter: filter === undefined ? ofKind : (['all', ofKind, filter] as FilterSpecification),
    },
  ]
}
