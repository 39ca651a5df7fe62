import type { LayerSpecification } from 'maplibre-gl'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'

/** The area that a person is working on, none at first. */
export function draftPart(): StylePart {
  return {
    sources: { draft: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: { draft: draftLayers() },
  }
}

/** The area when it is not being edited: a multipolygon or one with holes, or while another panel is open. */
function draftLayers(): LayerSpecification[] {
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
