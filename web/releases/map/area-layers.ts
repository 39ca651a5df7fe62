import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { LABEL_FONT, LABEL_FONT_STRONG } from '../../map/style/label-layers.ts'
import { PALETTE } from '../../map/style/palette.ts'
import type { AreaPaint, AreaPattern } from './area-paint.ts'
import { STEPS } from './breaks.ts'

const DRAWN: readonly AreaPattern[] = ['few', 'uncovered', 'refused']

export const AREAS = { source: 'release', 'source-layer': 'areas' } as const

export const RELEASE_LAND: LayerSpecification = {
  id: 'release-land',
  type: 'fill',
  ...AREAS,
  paint: { 'fill-color': PALETTE.land },
}

/** The areas: steps of one hue where they have a rate, patterns where they have no number, else nothing but land. */
export function areaLayers({ steps, patterns }: AreaPaint): LayerSpecification[] {
  return [
    {
      id: 'areas',
      type: 'fill',
      ...AREAS,
      paint: {
        'fill-color': byKey([...steps].map(([key, step]) => [key, STEPS[step]!])),
        'fill-opacity': steps.size > 0 ? 0.85 : 0,
      },
    },
    ...DRAWN.map((pattern): LayerSpecification => {
      const keys = [...patterns].filter(([, other]) => other === pattern).map(([key]) => key)
      return {
        id: `areas-${pattern}`,
        type: 'fill',
        ...AREAS,
        filter: ['in', ['get', 'key'], ['literal', keys]],
        paint: { 'fill-pattern': pattern },
      }
    }),
  ]
}

function byKey(
  colours: readonly (readonly [key: string, colour: string])[],
): ExpressionSpecification | string {
  if (colours.length === 0) return PALETTE.land
  return ['match', ['get', 'key'], ...colours.flat(), PALETTE.land] as unknown as ExpressionSpecification
}

const IS_FEW: ExpressionSpecification = ['get', 'isFew']

/** Circles whose area follows the count; a hollow ring for fewer than five. */
export function circleLayers(source: string): LayerSpecification[] {
  return [
    {
      id: 'counts',
      type: 'circle',
      source,
      filter: ['>', ['get', 'radius'], 0],
      layout: { 'circle-sort-key': ['-', 0, ['get', 'radius']] },
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': ['case', IS_FEW, PALETTE.halo, STEPS[2]],
        'circle-opacity': 0.82,
        'circle-stroke-color': STROKE,
        'circle-stroke-width': 1.4,
      },
    },
  ]
}

/** Dark enough to stand on land and on the hue. */
const STROKE = '#2f5d68'
const TEXT_PX = 13
const CENTRE = ['center'] as const

/** The areas' names, below their circles where there are any, with why an area has no number. */
export function nameLayers(source: string, hasCircles: boolean): LayerSpecification[] {
  return [
    {
      id: 'names',
      type: 'symbol',
      source,
      layout: {
        'text-field': [
          'case',
          ['==', ['get', 'state'], ''],
          ['get', 'name'],
          [
            'format',
            ['get', 'name'],
            {},
            '\n',
            {},
            ['get', 'state'],
            { 'font-scale': 0.85, 'text-font': ['literal', [LABEL_FONT]] },
          ],
        ],
        'text-font': [LABEL_FONT_STRONG],
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 11, 14, 16],
        'text-max-width': 7,
        'text-padding': 2,
        'text-variable-anchor': [...(hasCircles ? [] : CENTRE), 'top', 'bottom', 'left', 'right'],
        'text-radial-offset': ['/', ['get', 'radius'], TEXT_PX],
      },
      paint: {
        'text-color': PALETTE.label,
        'text-halo-color': PALETTE.labelHalo,
        'text-halo-width': 1.6,
      },
    },
  ]
}
