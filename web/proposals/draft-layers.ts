import type { LayerSpecification, SourceSpecification } from 'maplibre-gl'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'

/** The area that a person is working on, none at first. */
export function draftPart(): StylePart {
  return {
    sources: { draft: none(), 'check-cells': none() },
    layers: { draft: [...cellLayers(), ...draftLayers()] },
  }
}

function none(): SourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
}

/** The cells that the check counted: those of the site filled, those of its rings in outline. */
function cellLayers(): LayerSpecification[] {
  return [
    {
      id: 'check-cells-fill',
      type: 'fill',
      source: 'check-cells',
      filter: ['==', ['get', 'zone'], 0],
      paint: { 'fill-color': PALETTE.accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'check-cells-line',
      type: 'line',
      source: 'check-cells',
      paint: {
        'line-color': PALETTE.accent,
        'line-width': ['case', ['==', ['get', 'zone'], 0], 1.2, 0.5],
        'line-opacity': 0.7,
      },
    },
  ]
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
      paint: { 'line-color': PALETTE.halo, 'line-width': 6, 'line-opacity': 0.9 },
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
