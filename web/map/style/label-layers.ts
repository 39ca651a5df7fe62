import type { LayerSpecification } from 'maplibre-gl'
import { PALETTE } from './palette.ts'

export const LABEL_FONT = 'Noto Sans Regular'
export const LABEL_FONT_STRONG = 'Noto Sans SemiBold'

const HALO = {
  'text-halo-color': PALETTE.labelHalo,
  'text-halo-width': 1.6,
  'text-halo-blur': 0.4,
} as const

const named = ['has', 'name'] as const

/** Schools and the like; a shelter is in the tiles of those alone who may know where it is. */
const PREMISES = ['school', 'care_home', 'clinic', 'congregation', 'shelter'] as const

/** Names of places, stations, premises and streets, above everything that is drawn. */
export function labelLayers(): LayerSpecification[] {
  return [
    {
      id: 'street-name',
      type: 'symbol',
      source: 'context',
      'source-layer': 'street',
      minzoom: 14,
      filter: [...named],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 350,
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10, 17, 13],
        'text-padding': 6,
      },
      paint: { 'text-color': PALETTE.labelQuiet, ...HALO },
    },
    ...PREMISES.map(premisesName),
    {
      id: 'station-dot',
      type: 'circle',
      source: 'context',
      'source-layer': 'station',
      minzoom: 11,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 16, 6],
        'circle-color': '#ffffff',
        'circle-stroke-color': PALETTE.label,
        'circle-stroke-width': 1.8,
      },
    },
    {
      id: 'station-name',
      type: 'symbol',
      source: 'context',
      'source-layer': 'station',
      minzoom: 12.5,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 11.5,
        'text-anchor': 'top',
        'text-offset': [0, 0.7],
      },
      paint: { 'text-color': PALETTE.label, ...HALO },
    },
    {
      id: 'place-name',
      type: 'symbol',
      source: 'context',
      'source-layer': 'place_name',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT_STRONG],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          10,
          ['match', ['get', 'rank'], 1, 14, 11],
          15,
          ['match', ['get', 'rank'], 1, 22, 2, 16, 13],
        ],
        'text-letter-spacing': 0.03,
        'text-max-width': 7,
        'symbol-sort-key': ['get', 'rank'],
        'text-padding': 8,
      },
      paint: { 'text-color': PALETTE.label, ...HALO },
    },
  ]
}

function premisesName(kind: (typeof PREMISES)[number]): LayerSpecification {
  return {
    id: `${kind}-name`,
    type: 'symbol',
    source: 'context',
    'source-layer': kind,
    minzoom: 15.5,
    filter: [...named],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [LABEL_FONT],
      'text-size': 10.5,
      'text-max-width': 8,
      'text-padding': 6,
    },
    paint: { 'text-color': PALETTE.labelQuiet, ...HALO },
  }
}
