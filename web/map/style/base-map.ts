import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { BaseMap, BaseMapStyle } from '../../../server/base-map/contract.ts'
import { baseLayers, streetLayers } from './base-layers.ts'
import type { StylePart } from './build-style.ts'
import type { Context } from './context.ts'
import { labelLayers } from './label-layers.ts'
import { waterLayers } from './water-layers.ts'

type Protomaps = Extract<BaseMap, { readonly kind: 'protomaps' }>

interface BaseMapOptions {
  /** False where names of areas replace those of places. */
  readonly placeNames: boolean
}

const SOURCE = 'base-map'

/** Whether there is a base map below the city’s own layers. */
export function hasBaseMap(baseMap: BaseMap | null): boolean {
  return baseMap !== null && baseMap.kind !== 'none'
}

/** The base map as a style part; empty without one. */
export function baseMapPart(baseMap: BaseMap | null, options: BaseMapOptions): StylePart {
  if (baseMap === null || baseMap.kind === 'none') return {}
  return baseMap.kind === 'protomaps' ? protomapsPart(baseMap, options) : partOfStyle(baseMap)
}

/** Style of tiles in the Protomaps schema (version 4), in the look of a city’s own map. */
function protomapsPart(
  { tiles, minzoom, maxzoom, bounds, attribution }: Protomaps,
  { placeNames }: BaseMapOptions,
): StylePart {
  return {
    sources: { [SOURCE]: { type: 'vector', tiles: [tiles], minzoom, maxzoom, bounds, attribution } },
    layers: {
      ground: [...baseLayers(ofProtomaps), ...waterLayers(ofProtomaps)].map(named),
      streets: streetLayers(ofProtomaps, RANK).map(named),
      labels: labelLayers(ofProtomaps, placeNames, RANK_OF_PLACE).map(named),
    },
  }
}

const named = (layer: LayerSpecification): LayerSpecification => ({ ...layer, id: `${SOURCE}-${layer.id}` })

/** Layer and kinds of Protomaps for each kind of ours. */
const IN_PROTOMAPS: Readonly<Record<string, readonly [layer: string, ...kinds: string[]]>> = {
  land: ['earth'],
  park: [
    'landuse',
    'park',
    'forest',
    'wood',
    'grass',
    'garden',
    'nature_reserve',
    'cemetery',
    'meadow',
    'recreation_ground',
    'village_green',
    'golf_course',
    'playground',
    'pitch',
    'allotments',
    'scrub',
    'grassland',
    'zoo',
  ],
  square: ['landuse', 'pedestrian'],
  building: ['buildings', 'building', 'building_part'],
  water: ['water'],
  street: ['roads', 'highway', 'major_road', 'medium_road', 'minor_road', 'other'],
  path: ['roads', 'path'],
  rail: ['roads', 'rail'],
  station: ['pois', 'station', 'train_station'],
  school: ['pois', 'school'],
  clinic: ['pois', 'hospital', 'clinic'],
  congregation: ['pois', 'place_of_worship'],
  place_name: ['places', 'locality', 'macrohood', 'neighbourhood'],
}

const ofProtomaps: Context = (kind, filter) => {
  const [layer, ...kinds] = IN_PROTOMAPS[kind] ?? ['none']
  const ofKinds: FilterSpecification[] =
    kinds.length === 0 ? [] : [['in', ['get', 'kind'], ['literal', kinds]] as FilterSpecification]
  const filters = [...ofKinds, ...(filter === undefined ? [] : [filter])]
  return {
    source: SOURCE,
    'source-layer': layer,
    ...(filters.length > 0 && { filter: ['all', ...filters] as FilterSpecification }),
  }
}

/** Rank of streets: 1 the largest, 5 the smallest. */
const RANK = [
  'match',
  ['get', 'kind'],
  'highway',
  1,
  'major_road',
  2,
  'medium_road',
  3,
  'minor_road',
  4,
  5,
] as ExpressionSpecification

/** Rank of names: 1 a town, 2 a part of one, 3 a neighbourhood. */
const RANK_OF_PLACE = ['match', ['get', 'kind'], 'locality', 1, 'macrohood', 2, 3] as ExpressionSpecification

/** An external style, split into layers below the city’s cells and labels above them. */
function partOfStyle({ sources, layers, glyphs, sprite }: BaseMapStyle): StylePart {
  const own = (layers as unknown as readonly LayerSpecification[]).map((layer) => ({
    ...layer,
    id: `${SOURCE}-${layer.id}`,
    ...('source' in layer && { source: `${SOURCE}-${layer.source}` }),
  })) as LayerSpecification[]
  return {
    keepsColours: true,
    sources: Object.fromEntries(
      Object.entries(sources).map(([id, source]) => [`${SOURCE}-${id}`, source]),
    ) as unknown as NonNullable<StylePart['sources']>,
    layers: {
      ground: own.filter(({ type }) => type !== 'symbol'),
      labels: own.filter(({ type }) => type === 'symbol'),
    },
    ...(glyphs !== null && { glyphs }),
    ...(sprite !== null && { sprite }),
  }
}
