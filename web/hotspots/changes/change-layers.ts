import type { ExpressionSpecification } from 'maplibre-gl'
import type { StylePart } from '../../map/style/build-style.ts'
import { PALETTE } from '../../map/style/palette.ts'

/** Source and hit layer of the cells that changed. */
export const CHANGES = 'changes'
export const CHANGE_FILL = 'change-fill'

const colour: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  'more2',
  PALETTE.more2,
  'more',
  PALETTE.more,
  'fewer2',
  PALETTE.fewer2,
  PALETTE.fewer,
]

/** The cells with more or fewer incidents than in the earlier period, none at first. */
export function changePart(): StylePart {
  return {
    sources: { [CHANGES]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: {
      surface: [
        {
          id: CHANGE_FILL,
          type: 'fill',
          source: CHANGES,
          paint: {
            'fill-color': colour,
            'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.9, 13, 0.82, 16, 0.5],
            'fill-antialias': false,
          },
        },
      ],
      outlines: [
        {
          id: 'change-line',
          type: 'line',
          source: CHANGES,
          paint: { 'line-color': '#ffffff', 'line-opacity': 0.55, 'line-width': 0.8 },
        },
      ],
    },
  }
}
