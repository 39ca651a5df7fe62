import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl'
import { PALETTE } from '../map/style/palette.ts'

/** The source of the area that a person is working on, empty at first. */
export function draftSource(): GeoJSONSourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
}

/** The area when it is not being edited: a multipolygon or one with holes, or while another panel is open. */
export function draftLayers(): LayerSpecification[] {
  return [
    {
      id: 'draft-fill',
      type: 'fill',
      source: 'draft',
      paint: { 'fill-color': PALETTE.accent, 'fill-opacity': 0.08 },
    },
    {
      id: 'draft-halo',
      type: 'line',
      source: 'draft',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      id: 'draft-line',
      type: 'line',
      source: 'draft',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': PALETTE.accent, 'line-width': 3 },
    },
  ]
}
