import type { ExpressionSpecification, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { CHECK_CELLS, TOUCHED_CELLS, ZONE_OUTLINES } from './draft-sources.ts'
import { LIT_LAYERS } from './lit-layers.ts'
import type { StylePart } from '../map/style/build-style.ts'
import { LABEL_FONT } from '../map/style/label-layers.ts'
import { PALETTE } from '../map/style/palette.ts'

/** The area that a person is working on, none at first. */
export function draftPart(): StylePart {
  return {
    sources: { draft: none() },
    layers: { draft: draftLayers() },
  }
}

/** What its check counted, and what a finding speaks of: on a map with the tiles of cameras, zones and areas. */
export function checkPart(): StylePart {
  return {
    sources: { [CHECK_CELLS]: none(), [ZONE_OUTLINES]: none(), [TOUCHED_CELLS]: none() },
    layers: { draft: [...cellLayers(), ...zoneLayers(), ...LIT_LAYERS] },
  }
}

function none(): SourceSpecification {
  return { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
}

/** The cells that the check counted: those of the site filled, those of its rings in fine lines. */
function cellLayers(): LayerSpecification[] {
  return [
    {
      id: 'check-cells-fill',
      type: 'fill',
      source: CHECK_CELLS,
      filter: ['==', ['get', 'zone'], 0],
      paint: { 'fill-color': PALETTE.accent, 'fill-opacity': 0.12 },
    },
    {
      id: 'check-cells-line',
      type: 'line',
      source: CHECK_CELLS,
      paint: {
        'line-color': PALETTE.accent,
        'line-width': ['case', ['==', ['get', 'zone'], 0], 0.8, 0.4],
        'line-opacity': 0.5,
      },
    },
  ]
}

/** The outer line of the site, strong, and those of its rings, with their distances. */
function zoneLayers(): LayerSpecification[] {
  const byZone = (site: number, ring: number): ExpressionSpecification => [
    'case',
    ['==', ['get', 'zone'], 0],
    site,
    ring,
  ]
  return [
    {
      id: 'zone-halo',
      type: 'line',
      source: ZONE_OUTLINES,
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': PALETTE.halo,
        'line-width': byZone(4.5, 3.5),
        'line-opacity': 0.8,
      },
    },
    {
      id: 'zone-line',
      type: 'line',
      source: ZONE_OUTLINES,
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': PALETTE.accent, 'line-width': byZone(2.2, 1.4) },
    },
    {
      id: 'zone-name',
      type: 'symbol',
      source: ZONE_OUTLINES,
      minzoom: 12.5,
      filter: ['has', 'metres'],
      layout: {
        'text-field': ['concat', ['get', 'metres'], ' m'],
        'text-font': [LABEL_FONT],
        'text-size': 12,
        'text-anchor': 'bottom',
      },
      paint: { 'text-color': PALETTE.accent, 'text-halo-color': PALETTE.halo, 'text-halo-width': 2 },
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
