import type { FeatureCollection, Point } from 'geojson'
import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { BaseMap } from '../../../server/base-map/contract.ts'
import { baseMapPart, hasBaseMap } from '../../map/style/base-map.ts'
import { buildStyle, type FontFaces, type StylePart } from '../../map/style/build-style.ts'
import { contextPart } from '../../map/style/context-part.ts'
import { OVERLAY_LOOK, outlinePaint } from '../../map/style/overlay-look.ts'
import { PALETTE } from '../../map/style/palette.ts'
import type { Bounds } from '../../map/geometry.ts'
import { AREAS, areaLayers, RELEASE_LAND, circleLayers, nameLayers } from './area-layers.ts'
import type { AreaMark, AreaPaint } from './area-paint.ts'
import { STEPS } from './breaks.ts'
import { attributeOf, type MapChoice, OVERLAYS } from './map-choice.ts'

/** Input of the style. */
export interface PublicStyle {
  /** Scheme and host: the tile worker knows no relative addresses. */
  readonly origin: string
  /** Address of the release's folder, from the root. */
  readonly folder: string
  readonly minzoom: number
  readonly maxzoom: number
  /** Bounds of the tiles. */
  readonly bounds: Bounds
  readonly choice: MapChoice
  readonly paint: AreaPaint
  readonly selected: string | null
  /** What is drawn at the areas' points; null until the outlines have come. */
  readonly marks: FeatureCollection<Point, AreaMark> | null
}

/** The calm map of a release: the base map, the city's own map, one hue over it, what cannot be compared hatched, names. */
export function publicStyle(
  state: PublicStyle,
  fonts: FontFaces,
  baseMap: BaseMap | null,
): StyleSpecification {
  return buildStyle(fonts, [
    baseMapPart(baseMap, { placeNames: false }),
    releasePart(state, hasBaseMap(baseMap)),
    contextPart(layerFile(state, 'context'), { placeNames: false }),
    overlayPart(state),
    marksPart(state),
  ])
}

/** A public layer: one file for the whole city. */
function layerFile({ origin }: PublicStyle, id: string): GeoJSONSourceSpecification {
  return { type: 'geojson', data: `${origin}/public/layers/${id}.geojson` }
}

function releasePart(state: PublicStyle, isOnBaseMap: boolean): StylePart {
  return {
    sources: {
      release: {
        type: 'vector',
        tiles: [`${state.origin}${state.folder}tiles/{z}/{x}/{y}.mvt`],
        minzoom: state.minzoom,
        maxzoom: state.maxzoom,
        bounds: [...state.bounds],
      },
    },
    layers: {
      ground: isOnBaseMap ? [] : [RELEASE_LAND],
      surface: [...areaLayers(state.paint), ...hexLayers(state)],
      outlines: outlineLayers(state),
    },
  }
}

const HEXES = { source: 'release', 'source-layer': 'hexes' } as const

function hexLayers({ choice }: PublicStyle): LayerSpecification[] {
  if (choice.unit !== 'hexes') return []
  const band: ExpressionSpecification = ['get', attributeOf(choice.series)]
  return [
    {
      id: 'hexes',
      type: 'fill',
      ...HEXES,
      filter: ['in', band, ['literal', ['b10', 'b25', 'b50']]],
      paint: {
        'fill-color': ['match', band, 'b10', STEPS[1], 'b25', STEPS[2], STEPS[3]],
        'fill-opacity': 0.8,
        'fill-outline-color': '#ffffff',
      },
    },
  ]
}

function outlineLayers({ selected }: PublicStyle): LayerSpecification[] {
  return [
    { id: 'borders-halo', type: 'line', ...AREAS, paint: { 'line-color': '#ffffff', 'line-width': 4 } },
    { id: 'borders', type: 'line', ...AREAS, paint: { 'line-color': BORDER, 'line-width': 1.2 } },
    {
      id: 'selected-halo',
      type: 'line',
      ...AREAS,
      filter: ['==', ['get', 'key'], selected ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 7 },
    },
    {
      id: 'selected',
      type: 'line',
      ...AREAS,
      filter: ['==', ['get', 'key'], selected ?? ''],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': PALETTE.ink, 'line-width': 3 },
    },
  ]
}

/** Dark on a white halo: either has a contrast of at least 3:1 to every step. */
const BORDER = '#48606a'

/** Overlays by the staff map's layer ids, so that both maps look alike. */
const LOOKS = { 'focus-areas': 'focus-areas', guards: 'patrol-zones', cameras: 'cameras' } as const

function overlayPart(state: PublicStyle): StylePart {
  return {
    sources: Object.fromEntries(OVERLAYS.map((id) => [id, layerFile(state, id)])),
    layers: {
      overlays: state.choice.overlays.flatMap((id): LayerSpecification[] => [
        {
          id: `${id}:fill`,
          type: 'fill',
          source: id,
          paint: { 'fill-color': OVERLAY_LOOK[LOOKS[id]].colour, 'fill-opacity': 0.14 },
        },
        { id: `${id}:line`, type: 'line', source: id, paint: outlinePaint(LOOKS[id], 2) },
      ]),
    },
  }
}

function marksPart({ marks, choice }: PublicStyle): StylePart {
  return {
    sources: { marks: { type: 'geojson', data: marks ?? { type: 'FeatureCollection', features: [] } } },
    layers: {
      overlays: choice.unit === 'counts' ? circleLayers('marks') : [],
      names: nameLayers('marks', choice.unit === 'counts'),
    },
  }
}
