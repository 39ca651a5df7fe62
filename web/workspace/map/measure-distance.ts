import { effect, type Signal } from '@preact/signals'
import type { FeatureCollection } from 'geojson'
import type { LngLat, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { showFeatures } from '../../map/show-features.ts'
import type { StylePart } from '../../map/style/build-style.ts'
import { PALETTE } from '../../map/style/palette.ts'

/** Longitude and latitude. */
export type Point = readonly [number, number]

const MEASURED = 'measured'

/** A line on a casing, with its corners. */
export function distancePart(): StylePart {
  const line = { type: 'line', source: MEASURED, layout: { 'line-join': 'round' } } as const
  return {
    sources: { [MEASURED]: { type: 'geojson', data: collectionOf([]) } },
    layers: {
      draft: [
        { id: 'measured-casing', ...line, paint: { 'line-color': PALETTE.halo, 'line-width': 6 } },
        { id: 'measured', ...line, paint: { 'line-color': PALETTE.ink, 'line-width': 2.5 } },
        {
          id: 'measured-corner',
          type: 'circle',
          source: MEASURED,
          paint: {
            'circle-radius': 5,
            'circle-color': PALETTE.halo,
            'circle-stroke-color': PALETTE.ink,
            'circle-stroke-width': 2.5,
          },
        },
      ],
    },
  }
}

/**
 * While points are measured, a click adds one, as does Enter at the centre; Backspace takes the last back and Escape
 * ends it.
 *
 * @param measured null while nothing is measured
 */
export function measureDistance(map: MapLibreMap, measured: Signal<readonly Point[] | null>): () => void {
  const add = ({ lng, lat }: LngLat) => {
    const points = measured.peek()
    if (points !== null) measured.value = [...points, [lng, lat]]
  }
  const click = ({ lngLat }: MapMouseEvent) => add(lngLat)
  const press = ({ key }: KeyboardEvent) => {
    const points = measured.peek()
    if (points === null) return
    if (key === 'Enter') add(map.getCenter())
    if (key === 'Backspace') measured.value = points.slice(0, -1)
    if (key === 'Escape') measured.value = null
  }
  let stopDrawing = () => {}
  map.once('style.load', () => {
    stopDrawing = effect(() => {
      showFeatures(map, MEASURED, collectionOf(measured.value ?? []))
    })
  })
  const canvas = map.getCanvas()
  map.on('click', click)
  canvas.addEventListener('keydown', press)
  return () => {
    stopDrawing()
    map.off('click', click)
    canvas.removeEventListener('keydown', press)
  }
}

function collectionOf(points: readonly Point[]): FeatureCollection {
  const coordinates = points.map((point) => [...point])
  const corners = coordinates.map((at) => ({ type: 'Point', coordinates: at }) as const)
  const line = coordinates.length < 2 ? [] : [{ type: 'LineString', coordinates } as const]
  return {
    type: 'FeatureCollection',
    features: [...line, ...corners].map((geometry) => ({ type: 'Feature', geometry, properties: {} })),
  }
}
