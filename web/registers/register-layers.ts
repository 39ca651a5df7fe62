import type { ExpressionSpecification, SourceSpecification } from 'maplibre-gl'
import type { StylePart } from '../map/style/build-style.ts'
import { OVERLAY_LOOK, outlinePaint } from '../map/style/overlay-look.ts'
import { PALETTE } from '../map/style/palette.ts'

const none = (): SourceSpecification => ({
  type: 'geojson',
  data: { type: 'FeatureCollection', features: [] },
})

const IS_POINT = ['==', ['geometry-type'], 'Point'] as ExpressionSpecification
const IS_AREA = ['!=', ['geometry-type'], 'Point'] as ExpressionSpecification
const OF_ZONES = ['==', ['get', 'kind'], 'patrol-zones'] as ExpressionSpecification
const OF_AREAS = ['==', ['get', 'kind'], 'areas'] as ExpressionSpecification
const COLOUR = [
  'case',
  OF_ZONES,
  OVERLAY_LOOK['patrol-zones'].colour,
  OF_AREAS,
  OVERLAY_LOOK.areas.colour,
  OVERLAY_LOOK['focus-areas'].colour,
] as ExpressionSpecification

/** The features of a register, and what the camera sees that is being edited. */
export function registerPart(): StylePart {
  return {
    sources: { register: none(), view: none() },
    layers: {
      overlays: [
        {
          id: 'register-fill',
          type: 'fill',
          source: 'register',
          filter: IS_AREA,
          // Areas lie on each other: a fill would hide the map.
          paint: { 'fill-color': COLOUR, 'fill-opacity': ['case', OF_AREAS, 0, 0.1] },
        },
        {
          id: 'register-line',
          type: 'line',
          source: 'register',
          filter: IS_AREA,
          paint: { 'line-color': COLOUR, 'line-width': ['case', OF_AREAS, 1.2, 2] },
        },
        {
          id: 'register-dot',
          type: 'circle',
          source: 'register',
          filter: IS_POINT,
          paint: {
            'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 4, 16, 7],
            'circle-color': OVERLAY_LOOK.cameras.colour,
            'circle-opacity': ['case', ['==', ['get', 'status'], 'removed'], 0.35, 1],
            'circle-stroke-color': PALETTE.halo,
            'circle-stroke-width': 1.8,
          },
        },
        {
          id: 'view-fill',
          type: 'fill',
          source: 'view',
          paint: { 'fill-color': OVERLAY_LOOK.cameras.colour, 'fill-opacity': 0.25 },
        },
        { id: 'view-line', type: 'line', source: 'view', paint: outlinePaint('cameras', 2) },
      ],
    },
  }
}
