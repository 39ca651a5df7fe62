import type { LayerSpecification } from 'maplibre-gl'
import type { ToggledLayer } from './layer-choice.ts'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'
import { OVERLAY_LOOK, outlinePaint } from '../map/style/overlay-look.ts'

/** The style layers of an overlay; each id has the overlay's as prefix, `cameras:dot`. */
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
      paint: outlinePaint('areas', 1.2),
    },
  ],
  'focus-areas': [
    {
      id: 'focus-areas:fill',
      type: 'fill',
      ...from('focus-areas'),
      paint: { 'fill-color': OVERLAY_LOOK['focus-areas'].colour, 'fill-opacity': 0.1 },
    },
    {
      id: 'focus-areas:line',
      type: 'line',
      ...from('focus-areas'),
      paint: outlinePaint('focus-areas', 2),
    },
  ],
  'patrol-zones': [
    {
      id: 'patrol-zones:fill',
      type: 'fill',
      ...from('patrol-zones'),
      paint: { 'fill-color': OVERLAY_LOOK['patrol-zones'].colour, 'fill-opacity': 0.08 },
    },
    {
      id: 'patrol-zones:line',
      type: 'line',
      ...from('patrol-zones'),
      paint: outlinePaint('patrol-zones', 2),
    },
  ],
  'camera-views': [
    {
      id: 'camera-views:fill',
      type: 'fill',
      ...from('camera-views'),
      filter: ['!=', ['get', 'status'], 'removed'],
      paint: { 'fill-color': OVERLAY_LOOK.cameras.colour, 'fill-opacity': 0.22 },
    },
    {
      id: 'camera-views:line',
      type: 'line',
      ...from('camera-views'),
      filter: ['!=', ['get', 'status'], 'removed'],
      paint: { ...outlinePaint('cameras', 0.8), 'line-opacity': 0.6 },
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
        'circle-color': OVERLAY_LOOK.incidents.colour,
        'circle-opacity': 0.65,
        'circle-stroke-color': PALETTE.halo,
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
        'circle-color': ['match', ['get', 'status'], 'planned', PALETTE.halo, OVERLAY_LOOK.cameras.colour],
        'circle-stroke-color': [
          'match',
          ['get', 'status'],
          'planned',
          OVERLAY_LOOK.cameras.colour,
          PALETTE.halo,
        ],
        'circle-stroke-width': 1.8,
      },
    },
  ],
  proposals: [
    {
      id: 'proposals:fill',
      type: 'fill',
      ...from('proposals'),
      paint: { 'fill-color': OVERLAY_LOOK.proposals.colour, 'fill-opacity': 0.06 },
    },
    {
      id: 'proposals:line',
      type: 'line',
      ...from('proposals'),
      paint: outlinePaint('proposals', 2.2),
    },
  ],
}

/** The style layers of all overlays, lowest first; only chosen ones are visible. Their sources are the tiles. */
export function overlayPart(chosen: readonly ToggledLayer[]): StylePart {
  const overlays = (Object.keys(OVERLAYS) as ToggledLayer[]).flatMap((id) =>
    OVERLAYS[id].map(
      (layer): LayerSpecification => ({
        ...layer,
        layout: {
          ...('layout' in layer ? layer.layout : {}),
          visibility: chosen.includes(id) ? 'visible' : 'none',
        },
      }),
    ),
  )
  return { layers: { overlays } }
}

/** Ids of the style layers of an overlay. */
export function overlayIds(id: ToggledLayer): readonly string[] {
  return OVERLAYS[id].map((layer) => layer.id)
}
