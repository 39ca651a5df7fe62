import { TILE_LAYER, type TileLayerId } from '../../../tiles/schema.ts'
import { incidentParams, surfaceParams } from '../../hotspots/filters/filters.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'

/** The query string of a tile layer for the current filters; empty for a layer that takes none. */
export function queryOfLayer(
  layer: TileLayerId,
  { filters, countedTo }: Pick<Hotspots, 'filters' | 'countedTo'>,
): string {
  const kind = TILE_LAYER[layer].query
  if (kind === 'none') return ''
  const params = kind === 'surface' ? surfaceParams : incidentParams
  return params(filters.value, countedTo.value).toString().replaceAll('%2C', ',')
}
