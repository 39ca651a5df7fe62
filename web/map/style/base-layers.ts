import type { LayerSpecification } from 'maplibre-gl'
import { PALETTE } from './palette.ts'

const CONTEXT = { source: 'context' } as const

/** What lies below the cells: water as the background, land, parks, squares and houses. */
export function groundLayers(): LayerSpecification[] {
  return [
    { id: 'water', type: 'background', paint: { 'background-color': PALETTE.water } },
    {
      id: 'study-land',
      type: 'fill',
      source: 'areas',
      'source-layer': 'areas',
      filter: ['==', ['get', 'kind'], 'study'],
      paint: { 'fill-color': PALETTE.land, 'fill-antialias': false },
    },
    {
      id: 'water-areas',
      type: 'fill',
      source: 'areas',
      'source-layer': 'areas',
      filter: ['==', ['get', 'kind'], 'water'],
      paint: { 'fill-color': PALETTE.water },
    },
    {
      id: 'shoreline',
      type: 'line',
      ...CONTEXT,
      'source-layer': 'land',
      paint: {
        'line-color': PALETTE.waterline,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 16, 3],
      },
    },
    { id: 'land', type: 'fill', ...CONTEXT, 'source-layer': 'land', paint: { 'fill-color': PALETTE.land } },
    { id: 'park', type: 'fill', ...CONTEXT, 'source-layer': 'park', paint: { 'fill-color': PALETTE.park } },
    {
      id: 'square',
      type: 'fill',
      ...CONTEXT,
      'source-layer': 'square',
      paint: { 'fill-color': PALETTE.square },
    },
    {
      id: 'building',
      type: 'fill',
      ...CONTEXT,
      'source-layer': 'building',
      minzoom: 12.5,
      paint: {
        'fill-color': PALETTE.building,
        'fill-outline-color': PALETTE.buildingLine,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12.5, 0, 14, 1],
      },
    },
  ]
}

/** Width in pixels by zoom for the ranks 1–2, 3 and 4–5, widened by `extra` on each. */
const streetWidth = (extra: number) =>
  [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    11,
    ['match', ['get', 'rank'], [1, 2], 1.4 + extra, 3, 0.6 + extra / 2, 0.2],
    14,
    ['match', ['get', 'rank'], [1, 2], 4.5 + extra, 3, 3 + extra, 1.6 + extra],
    17,
    ['match', ['get', 'rank'], [1, 2], 17 + extra * 1.5, 3, 12 + extra * 1.5, 8 + extra * 1.5],
  ] as unknown as number

/** What is drawn over the cells so that the streets stay legible through them. */
export function streetLayers(): LayerSpecification[] {
  const street = { ...CONTEXT, 'source-layer': 'street' } as const
  return [
    {
      id: 'path',
      type: 'line',
      ...CONTEXT,
      'source-layer': 'path',
      minzoom: 13.5,
      paint: { 'line-color': PALETTE.path, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
    {
      id: 'street-casing',
      type: 'line',
      ...street,
      minzoom: 12,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE.streetCasing, 'line-width': streetWidth(1.4) },
    },
    {
      id: 'street',
      type: 'line',
      ...street,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': PALETTE.street,
        'line-width': streetWidth(0),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 13, 0.95],
      },
    },
    {
      id: 'rail',
      type: 'line',
      ...CONTEXT,
      'source-layer': 'rail',
      paint: {
        'line-color': PALETTE.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 16, 2.5],
      },
    },
    {
      id: 'rail-ties',
      type: 'line',
      ...CONTEXT,
      'source-layer': 'rail',
      minzoom: 12,
      paint: {
        'line-color': PALETTE.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 3, 16, 7],
        'line-dasharray': [0.25, 2.2],
      },
    },
  ]
}
