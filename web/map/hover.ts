import type { MapGeoJSONFeature, Map as MapLibreMap, PointLike } from 'maplibre-gl'
import { TOGGLED_LAYERS, type ToggledLayer } from '../state/layer-choice.ts'
import type { CellGlimpse } from '../state/workspace.ts'
import { overlayIds } from './style/overlay-layers.ts'

/** A thing of a switched layer under the pointer. */
export interface Thing {
  readonly layer: ToggledLayer
  readonly properties: Readonly<Record<string, unknown>>
}

/** What is under the pointer, and where in the map's container. */
export interface Hover {
  readonly x: number
  readonly y: number
  readonly cell: CellGlimpse | null
  readonly things: readonly Thing[]
}

const TOLERANCE_PX = 4

/** The cell at a point of the container, as its tile tells it. */
export function cellAtPoint(map: MapLibreMap, point: PointLike): MapGeoJSONFeature | null {
  return map.queryRenderedFeatures(point, { layers: ['cell-hit'] })[0] ?? null
}

/** A cell's tile attributes as the page's own shape; absent figures become null. */
export function glimpseOf(feature: MapGeoJSONFeature): CellGlimpse {
  const { ratio = null, low = null, high = null, ...rest } = feature.properties
  return { ...rest, ratio, low, high } as CellGlimpse
}

/** Things of the switched layers near a point, each once. */
export function thingsAtPoint(map: MapLibreMap, x: number, y: number): readonly Thing[] {
  const box: [PointLike, PointLike] = [
    [x - TOLERANCE_PX, y - TOLERANCE_PX],
    [x + TOLERANCE_PX, y + TOLERANCE_PX],
  ]
  const layers = TOGGLED_LAYERS.flatMap((layer) => overlayIds(layer))
  const seen = new Map<string, Thing>()
  for (const { source, id, properties } of map.queryRenderedFeatures(box, { layers })) {
    const key = `${source}/${id ?? JSON.stringify(properties)}`
    if (!seen.has(key)) seen.set(key, { layer: source as ToggledLayer, properties })
  }
  return [...seen.values()].slice(0, 4)
}
