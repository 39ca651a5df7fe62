import type { LayerSpecification } from 'maplibre-gl'
import type { ToggledLayer } from './layer-choice.ts'
import { PALETTE } from '../map/style/palette.ts'

/** A switched layer's own map layers; each has the id of its layer as prefix, `cameras:dot`. */
type Overlay = readonly LayerSpecification[]

const from = (id: ToggledLayer) => ({ source: id, 'source-layer': id }) as const

const OVERLAYS: Readonly<Record<ToggledLayer, Overlay>> = {
  areas: [
    {
      id: 'areas:hit',
      type: 'fill',
      ...from('areas'),
      filter: ['==', ['get', 'kind'], 'district'],
      paint: { 'fill-opacity': 0 },
    },
    {
      id: 'areas:line',
      type: 'line',
      ...from('areas'),
      filter: ['==', ['get', 'kind'], 'district'],
      paint: { 'line-color': PALETTE.area, 'line-width': 1.2, 'line-dasharray': [4, 2] },
    },
  ],
  'focus-areas': [
    {
      id: 'focus-areas:fill',
      type: 'fill',
      ...from('focus-areas'),
      paint: { 'fill-color': PALETTE.focusArea, 'fill-opacity': 0.1 },
    },
    {
      id: 'focus-areas:line',
      type: 'line',
      ...from('focus-areas'),
      paint: { 'line-color': PALETTE.focusArea, 'line-width': 2 },
    },
  ],
  'patrol-zones': [
    {
      id: 'patrol-zones:fill',
      type: 'fill',
      ...from('patrol-zones'),
      paint: { 'fill-color': PALETTE.patrol, 'fill-opacity': 0.08 },
    },
    {
      id: 'patrol-zones:line',
      type: 'line',
      ...from('patrol-zones'),
      paint: { 'line-color': PALETTE.patrol, 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
  ],
  'camera-views': [
    {
      id: 'camera-views:fill',
      type: 'fill',
      ...from('camera-views'),
      filter: ['!=', ['get', 'status'], 'removed'],
      paint: { 'fill-color': PALETTE.camera, 'fill-opacity': 0.22 },
    },
    {
      id: 'camera-views:line',
      type: 'line',
      ...from('camera-views'),
      filter: ['!=', ['get', 'status'], 'removed'],
      paint: { 'line-color': PALETTE.camera, 'line-width': 0.8, 'line-opacity': 0.6 },
    },
  ],
  incidents: [
    {
      id: 'incidents:dot',
      type: 'circle',
      ...from('incidents'),
      minzoom: 13,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 13, 1.6, 17, 4],
        'circle-color': PALETTE.incident,
        'circle-opacity': 0.65,
        'circle-stroke-color': '#ffffff',
        'circle-stroke-width': 0.8,
      },
    },
  ],
  cameras: [
    {
      id: 'cameras:dot',
      type: 'circle',
      ...from('cameras'),
      filter: ['!=', ['get', 'status'], 'removed'],
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 3, 16, 6.5],
        'circle-color': ['match', ['get', 'status'], 'planned', '#ffffff', PALETTE.camera],
        'circle-stroke-color': ['match', ['get', 'status'], 'planned', PALETTE.camera, '#ffffff'],
        'circle-stroke-width': 1.8,
      },
    },
  ],
  proposals: [
    {
      id: 'proposals:fill',
      type: 'fill',
      ...from('proposals'),
      paint: { 'fill-color': PALETTE.accent, 'fill-opacity': 0.06 },
    },
    {
      id: 'proposals:line',
      type: 'line',
      ...from('proposals'),
      paint: { 'line-color': PALETTE.accent, 'line-width': 2.2 },
    },
  ],
}

/** The map layers of the switched layers, lowest first, with those shown that are chosen. */
export function overlayLayers(chosen: readonly ToggledLayer[]): LayerSpecification[] {
  return (Object.keys(OVERLAYS) as ToggledLayer[]).flatMap((id) =>
    OVERLAYS[id].map((layer) => ({
      ...layer,
      layout: {
        ...('layout' in layer ? layer.layout : {}),
        visibility: chosen.includes(id) ? 'visible' : 'none',
      },
    })),
  )
}

/** Ids of the map layers of a switched layer. */
export function overlayIds(id: ToggledLayer): readonly string[] {
  return OVERLAYS[id].map((layer) => layer.id)
}
