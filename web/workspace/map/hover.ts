import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl'
import { TOGGLED_LAYERS, type ToggledLayer } from '../../layers/layer-choice.ts'
import type { CellSummary } from '../../hotspots/cell.ts'
import type { MapFeature } from '../../layers/map-feature.ts'
import { overlayIds } from '../../layers/overlay-layers.ts'

/** What is under the pointer, and where in the map's container. */
export interface Hover {
  readonly x: number
  readonly y: number
  readonly cell: CellSummary | null
  readonly features: readonly MapFeature[]
}

/** Pixels of the map's container. */
type PointerPlace = Pick<Hover, 'x' | 'y'>

/** How far from a point its things may be: a finger is less exact than a mouse. */
const TOLERANCE_PX = { mouse: 4, touch: 14 } as const
/** What terra-draw draws: handles are points. */
const HANDLE_LAYERS = ['td-point', 'td-point-marker']

/** The cell at a point of the container, as its tile tells it. */
export function cellAtPoint(map: MapLibreMap, point: PointLike): MapGeoJSONFeature | null {
  return map.queryRenderedFeatures(point, { layers: ['cell-hit'] })[0] ?? null
}

/** A cell's tile attributes as the page's own shape; absent figures become null. */
export function summaryOf(feature: MapGeoJSONFeature): CellSummary {
  const { ratio = null, low = null, high = null, ...rest } = feature.properties
  return { ...rest, ratio, low, high } as CellSummary
}

/** Things of the switched layers near a point, each once. */
export function featuresAtPoint(
  map: MapLibreMap,
  { x, y }: PointerPlace,
  pointer: keyof typeof TOLERANCE_PX = 'mouse',
): readonly MapFeature[] {
  const box = boxRound({ x, y }, TOLERANCE_PX[pointer])
  const layers = TOGGLED_LAYERS.flatMap((layer) => overlayIds(layer))
  const seen = new Map<string, MapFeature>()
  for (const { source, id, properties } of map.queryRenderedFeatures(box, { layers })) {
    const key = `${source}/${id ?? JSON.stringify(properties)}`
    if (!seen.has(key)) seen.set(key, { layer: source as ToggledLayer, properties })
  }
  return [...seen.values()].slice(0, 4)
}

/** Whether a handle of the area under edit is at a point. */
export function handleAtPoint(map: MapLibreMap, place: PointerPlace): boolean {
  const layers = HANDLE_LAYERS.filter((id) => map.getLayer(id) !== undefined)
  const box = boxRound(place, TOLERANCE_PX.touch)
  return layers.length > 0 && map.queryRenderedFeatures(box, { layers }).length > 0
}

function boxRound({ x, y }: PointerPlace, reach: number): [PointLike, PointLike] {
  return [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ]
}
