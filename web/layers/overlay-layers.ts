import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { ToggledLayer } from './layer-choice.ts'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'
import { casingPaint, OVERLAY_LOOK, outlinePaint } from '../map/style/overlay-look.ts'

/** The style layers of an overlay; each id has the overlay's as prefix, `cameras:dot`. */
type Overlay = readonly LayerSpecification[]

const from = (id: ToggledLayer) => ({ source: id, 'source-layer': id }) as const

/**
 * An outline on a casing, which keeps it apart from cells of every class; nothing is filled, for a fill would change
 * their colours. The `hit` layer is never drawn and finds what lies within.
 */
function outlined(
  id: ToggledLayer,
  look: keyof typeof OVERLAY_LOOK,
  width: number,
  filter?: FilterSpecification,
): Overlay {
  const shown = { ...from(id), ...(filter !== undefined && { filter }) }
  const layout = { 'line-join': 'round' } as const
  return [
    { id: `${id}:hit`, type: 'fill', ...shown, paint: { 'fill-opacity': 0 } },
    { id: `${id}:casing`, type: 'line', ...shown, layout, paint: casingPaint(width) },
    { id: `${id}:line`, type: 'line', ...shown, layout, paint: outlinePaint(look, width) },
  ]
}

const IN_PLACE: FilterSpecification = ['!=', ['get', 'status'], 'removed']

const OVERLAYS: Readonly<Record<ToggledLayer, Overlay>> = {
  areas: outlined('areas', 'areas', 1.2, ['==', ['get', 'kind'], 'district']),
  'focus-areas': outlined('focus-areas', 'focus-areas', 2),
  'patrol-zones': outlined('patrol-zones', 'patrol-zones', 2),
  'camera-views': outlined('camera-views', 'cameras', 1, IN_PLACE),
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
      filter: IN_PLACE,
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
  proposals: outlined('proposals', 'proposals', 2.2),
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
