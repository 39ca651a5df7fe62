import type { StyleSpecification, VectorSourceSpecification } from 'maplibre-gl'
import { MAP_PATHS } from '../../../server/map-tiles/paths.ts'
import { TILE_LAYER, TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import type { ToggledLayer } from '../../layers/layer-choice.ts'
import type { BaseMap } from '../../../server/base-map/contract.ts'
import { baseMapPart, hasBaseMap } from '../../map/style/base-map.ts'
import { buildStyle, type FontFaces, type StylePart } from '../../map/style/build-style.ts'
import { contextPart } from '../../map/style/context-part.ts'
import { AREA_BASE } from '../../map/style/area-base.ts'
import type { Flavour } from '../../map/style/palette.ts'
import { changePart } from '../../hotspots/changes/change-layers.ts'
import { distancePart } from './measure-distance.ts'
import { coveragePart } from './coverage.ts'
import { type CellLook, cellPart } from '../../hotspots/cell-layers.ts'
import { overlayPart } from '../../layers/overlay-layers.ts'
import { checkPart, draftPart } from '../../proposals/draft-layers.ts'

/** Input of the initial style; later changes update the map in place. */
export interface StyleState {
  /** Scheme and host of the server: the tile worker knows no relative addresses. */
  readonly origin: string
  readonly baseMap: BaseMap | null
  /** Light unless it is said. */
  readonly flavour?: Flavour
  readonly layers: readonly ToggledLayer[]
  readonly look: CellLook
  /** The query of a layer that takes one. */
  readonly query: (layer: TileLayerId) => string
}

/** The address of a layer's tiles with its query. */
export function tileUrl(origin: string, layer: TileLayerId, query: string): string {
  const path = MAP_PATHS.tile.replace('{layer}', layer)
  return `${origin}${path}${query === '' ? '' : `?${query}`}`
}

/** The whole style: base, cells, streets, outlines, overlays, draft, labels. */
export function cityStyle(state: StyleState, fonts: FontFaces): StyleSpecification {
  const tiles = (id: TileLayerId): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [tileUrl(state.origin, id, state.query(id))],
    minzoom: TILE_LAYER[id].minZoom,
    maxzoom: TILE_LAYER[id].maxZoom,
  })
  const others = TILE_LAYERS.filter((id) => id !== 'context')
  const parts: readonly StylePart[] = [
    { sources: Object.fromEntries(others.map((id) => [id, tiles(id)])) },
    hasBaseMap(state.baseMap) ? baseMapPart(state.baseMap, { placeNames: true }) : AREA_BASE,
    contextPart(tiles('context'), { placeNames: true }),
    cellPart(state.look),
    changePart(),
    coveragePart(),
    overlayPart(state.layers),
    checkPart(),
    draftPart(),
    distancePart(),
  ]
  return buildStyle(fonts, parts, state.flavour)
}
