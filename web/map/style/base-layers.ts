import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Context } from './context.ts'
import { PALETTE } from './palette.ts'

/** The lowest layers: land, parks, squares and buildings. */
export function baseLayers(context: Context): LayerSpecification[] {
  return [
    {
      id: 'shoreline',
      type: 'line',
      ...context('land'),
      paint: {
        'line-color': PALETTE.waterline,
        'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1, 16, 3],
      },
    },
    { id: 'land', type: 'fill', ...context('land'), paint: { 'fill-color': PALETTE.land } },
    { id: 'park', type: 'fill', ...context('park'), paint: { 'fill-color': PALETTE.park } },
    {
      id: 'square',
      type: 'fill',
      ...context('square'),
      paint: { 'fill-color': PALETTE.square },
    },
    {
      id: 'building',
      type: 'fill',
      ...context('building'),
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
const streetWidth = (extra: number, rank: ExpressionSpecification) =>
  [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    11,
    ['match', rank, [1, 2], 1.4 + extra, 3, 0.6 + extra / 2, 0.2],
    14,
    ['match', rank, [1, 2], 4.5 + extra, 3, 3 + extra, 1.6 + extra],
    17,
    ['match', rank, [1, 2], 17 + extra * 1.5, 3, 12 + extra * 1.5, 8 + extra * 1.5],
  ] as unknown as number

/** Streets, drawn over the cells so that they stay legible. @param rank of a street: 1 the greatest, 5 the least */
export function streetLayers(
  context: Context,
  rank: ExpressionSpecification = ['get', 'rank'],
): LayerSpecification[] {
  const street = context('street')
  return [
    {
      id: 'path',
      type: 'line',
      ...context('path'),
      minzoom: 13.5,
      paint: { 'line-color': PALETTE.path, 'line-width': 1, 'line-dasharray': [3, 2] },
    },
    {
      id: 'street-casing',
      type: 'line',
      ...street,
      minzoom: 12,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': PALETTE.streetCasing, 'line-width': streetWidth(1.4, rank) },
    },
    {
      id: 'street',
      type: 'line',
      ...street,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': PALETTE.street,
        'line-width': streetWidth(0, rank),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 13, 0.95],
      },
    },
    {
      id: 'rail',
      type: 'line',
      ...context('rail'),
      paint: {
        'line-color': PALETTE.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1, 16, 2.5],
      },
    },
    {
      id: 'rail-ties',
      type: 'line',
      ...context('rail'),
      minzoom: 12,
      paint: {
        'line-color': PALETTE.rail,
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 3, 16, 7],
        'line-dasharray': [0.25, 2.2],
      },
    },
  ]
}
