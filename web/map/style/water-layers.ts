import type { LayerSpecification } from 'maplibre-gl'
import type { Context } from './context.ts'
import { PALETTE } from './palette.ts'

/** Lakes and rivers that lie on land. */
export function waterLayers(context: Context): LayerSpecification[] {
  return [
    {
      id: 'water-body',
      type: 'fill',
      ...context('water', ['==', ['geometry-type'], 'Polygon']),
      paint: { 'fill-color': PALETTE.water, 'fill-outline-color': PALETTE.waterline },
    },
    {
      id: 'waterway',
      type: 'line',
      ...context('water', ['==', ['geometry-type'], 'LineString']),
      minzoom: 11,
      paint: {
        'line-color': PALETTE.water,
        'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 11, 0.8, 17, 6],
      },
    },
  ]
}
