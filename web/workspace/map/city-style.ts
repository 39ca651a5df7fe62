import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { PATHS } from '../../../server/platform/http/paths.ts'
import { TILE_LAYER, TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import type { ToggledLayer } from '../../layers/layer-choice.ts'
import type { CellKey } from '../../hotspots/cell.ts'
import { groundLayers, streetLayers } from '../../map/style/base-layers.ts'
import { cellFillLayers, cellLineLayers } from '../../hotspots/cell-layers.ts'
import { fontFaces } from '../../map/style/font-faces.ts'
import { labelLayers } from '../../map/style/label-layers.ts'
import { overlayLayers } from '../../layers/overlay-layers.ts'
import { draftLayers, draftSource } from '../../proposals/draft-layers.ts'

/** What the first picture of the map depends on; afterwards the map is changed in place. */
export interface StyleState {
  /** Scheme and host of the server: the tile worker knows no relative addresses. */
  readonly origin: string
  readonly layers: readonly ToggledLayer[]
  readonly classes: readonly string[]
  readonly selected: CellKey | null
  /** The query of a layer that takes one. */
  readonly query: (layer: TileLayerId) => string
}

/** The address of a layer's tiles with its query. */
export function tileUrl(origin: string, layer: TileLayerId, query: string): string {
  const path = PATHS.tile.replace('{layer}', layer)
  return `${origin}${path}${query === '' ? '' : `?${query}`}`
}

/** The whole style: ground, cells, streets, marks, switched layers, draft, names. Glyphs come from font files. */
export function cityStyle(state: StyleState): StyleSpecification {
  const source = (id: TileLayerId): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [tileUrl(state.origin, id, state.query(id))],
    minzoom: TILE_LAYER[id].minZoom,
    maxzoom: TILE_LAYER[id].maxZoom,
  })
  return {
    version: 8,
    'font-faces': fontFaces(state.origin),
    sources: {
      ...Object.fromEntries(TILE_LAYERS.map((id) => [id, source(id)])),
      draft: draftSource(),
    },
    layers: [
      ...groundLayers(),
      ...cellFillLayers(state.classes),
      ...streetLayers(),
      ...cellLineLayers(state.classes, state.selected),
      ...overlayLayers(state.layers),
      ...draftLayers(),
      ...labelLayers(),
    ],
  }
}
