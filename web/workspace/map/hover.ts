import type { Polygon, Position } from 'geojson'
import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl'
import { convexHull } from '../../map/convex-hull.ts'
import { TOGGLED_LAYERS, type ToggledLayer } from '../../layers/layer-choice.ts'
import type { CellChange } from '../../app/api/responses.ts'
import { CHANGE_FILL } from '../../hotspots/changes/change-layers.ts'
import type { CellSummary } from '../../hotspots/cell.ts'
import type { MapFeature } from '../../layers/map-feature.ts'
import { overlayIds } from '../../layers/overlay-layers.ts'

/** The cell under the pointer, and the position in the map's container. */
export interface Hover {
  readonly x: number
  readonly y: number
  readonly cell: CellSummary | null
  /** How the cell changed, where two periods are compared and can be told apart. */
  readonly change: CellChange | null
  readonly features: readonly MapFeature[]
}

/** Pixels of the map's container. */
type PointerPlace = Pick<Hover, 'x' | 'y'>

/** Radius in which features count as hit: larger for touch. */
const TOLERANCE_PX = { mouse: 4, touch: 14 } as const
/** What terra-draw draws: handles are points. */
const HANDLE_LAYERS = ['td-point', 'td-point-marker']

/** The cell at a point of the container, from its tile. @param layer that finds cells */
export function cellAtPoint(map: MapLibreMap, point: PointLike, layer: string): MapGeoJSONFeature | null {
  return map.queryRenderedFeatures(point, { layers: [layer] })[0] ?? null
}

/** The whole outline of a cell, which tiles clip at their borders: a hexagon is the hull of its parts. */
export function outlineOf(map: MapLibreMap, cell: MapGeoJSONFeature, layer: string): Polygon {
  const corners = positionsOf(cell).map(([lon, lat]) => map.project([lon!, lat!]))
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const box: [PointLike, PointLike] = [
    [Math.min(...xs), Math.min(...ys)],
    [Math.max(...xs), Math.max(...ys)],
  ]
  const parts = map.queryRenderedFeatures(box, { layers: [layer] }).filter(({ id }) => id === cell.id)
  return { type: 'Polygon', coordinates: [convexHull([cell, ...parts].flatMap(positionsOf))] }
}

function positionsOf({ geometry }: MapGeoJSONFeature): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}

/** The change of the cell at a point; null where there is none that can be told. */
export function changeAtPoint(map: MapLibreMap, point: PointLike): CellChange | null {
  const [feature] = map.queryRenderedFeatures(point, { layers: [CHANGE_FILL] })
  return (feature?.properties as CellChange | undefined) ?? null
}

/** A cell's tile attributes as the page's own shape; absent figures become null. */
export function summaryOf(feature: MapGeoJSONFeature): CellSummary {
  const { ratio = null, low = null, high = null, ...rest } = feature.properties
  return { ...rest, ratio, low, high } as CellSummary
}

/** Features of the shown overlays near a point, each once. */
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
