import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { MAP_PATHS } from '../../../server/map-tiles/paths.ts'
import { TILE_LAYER, TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import type { ToggledLayer } from '../../layers/layer-choice.ts'
import type { CellKey } from '../../hotspots/cell.ts'
import { buildStyle, type FontFaces, type StylePart } from '../../map/style/build-style.ts'
import { contextPart } from '../../map/style/context-part.ts'
import { PALETTE } from '../../map/style/palette.ts'
import { cellPart } from '../../hotspots/cell-layers.ts'
import { overlayPart } from '../../layers/overlay-layers.ts'
import { draftPart } from '../../proposals/draft-layers.ts'

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
  const path = MAP_PATHS.tile.replace('{layer}', layer)
  return `${origin}${path}${query === '' ? '' : `?${query}`}`
}

/** The whole style: ground, cells, streets, marks, switched layers, draft, names. */
export function cityStyle(state: StyleState, fonts: FontFaces): StyleSpecification {
  const tiles = (id: TileLayerId): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [tileUrl(state.origin, id, state.query(id))],
    minzoom: TILE_LAYER[id].minZoom,
    maxzoom: TILE_LAYER[id].maxZoom,
  })
  const others = TILE_LAYERS.filter((id) => id !== 'context')
  return buildStyle(fonts, [
    { sources: Object.fromEntries(others.map((id) => [id, tiles(id)])) },
    AREA_BASE,
    contextPart(tiles('context'), { placeNames: true }),
    cellPart(state.classes, state.selected),
    overlayPart(state.layers),
    draftPart(),
  ])
}

const AREAS = { source: 'areas', 'source-layer': 'areas' } as const

/** What is counted as land and as water, below the city's own map. */
const AREA_BASE: StylePart = {
  layers: {
    ground: [
      {
        id: 'study-land',
        type: 'fill',
        ...AREAS,
        filter: ['==', ['get', 'kind'], 'study'],
        paint: { 'fill-color': PALETTE.land, 'fill-antialias': false },
      },
      {
        id: 'water-areas',
        type: 'fill',
        ...AREAS,
        filter: ['==', ['get', 'kind'], 'water'],
        paint: { 'fill-color': PALETTE.water },
      },
    ],
  },
}
