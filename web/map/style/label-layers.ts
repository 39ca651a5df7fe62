import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Context } from './context.ts'
import { PALETTE } from './palette.ts'

export const LABEL_FONT = 'Noto Sans Regular'
export const LABEL_FONT_STRONG = 'Noto Sans SemiBold'

const HALO = {
  'text-halo-color': PALETTE.labelHalo,
  'text-halo-width': 1.6,
  'text-halo-blur': 0.4,
} as const

const named = ['has', 'name'] as const

/** Kinds of premises; tiles contain shelters only for audiences that may see them. */
const PREMISES = ['school', 'care_home', 'clinic', 'congregation', 'shelter'] as const

/** Labels of stations, premises and streets, and of places without other names; the topmost layers. */
export function labelLayers(
  context: Context,
  placeNames: boolean,
  rankOfPlace: ExpressionSpecification = ['get', 'rank'],
): LayerSpecification[] {
  return [
    {
      id: 'street-name',
      type: 'symbol',
      ...context('street', [...named]),
      minzoom: 14,
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
    ...PREMISES.map((kind) => premisesName(kind, context)),
    {
      id: 'station-dot',
      type: 'circle',
      ...context('station'),
      minzoom: 11,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 16, 6],
        'circle-color': PALETTE.halo,
        'circle-stroke-color': PALETTE.label,
        'circle-stroke-width': 1.8,
      },
    },
    {
      id: 'station-name',
      type: 'symbol',
      ...context('station'),
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
    ...(placeNames ? [placeName(context, rankOfPlace)] : []),
  ]
}

function premisesName(kind: (typeof PREMISES)[number], context: Context): LayerSpecification {
  return {
    id: `${kind}-name`,
    type: 'symbol',
    ...context(kind, [...named]),
    minzoom: 15.5,
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

function placeName(context: Context, rank: ExpressionSpecification): LayerSpecification {
  return {
    id: 'place-name',
    type: 'symbol',
    ...context('place_name'),
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [LABEL_FONT_STRONG],
      'text-size': [
        'interpolate',
        ['linear'],
        ['zoom'],
        10,
        ['match', rank, 1, 14, 11],
        15,
        ['match', rank, 1, 22, 2, 16, 13],
      ],
      'text-letter-spacing': 0.03,
      'text-max-width': 7,
      'symbol-sort-key': rank,
      'text-padding': 8,
    },
    paint: { 'text-color': PALETTE.label, ...HALO },
  }
}
