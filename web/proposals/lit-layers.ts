import type { FilterSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { type MapSubjects, SUBJECT_LAYERS, type SubjectLayer } from '../checks/map-subjects.ts'
import { PALETTE } from '../map/style/palette.ts'
import { TOUCHED_CELLS, ZONE_OUTLINES } from './draft-sources.ts'

const NOTHING: FilterSpecification = ['literal', false]
const hidden = { visibility: 'none' } as const

/** What a finding speaks of: outlines in ink on a wide halo, which stand out from every class and cover none. */
export const LIT_LAYERS: readonly LayerSpecification[] = [
  ...outline('lit-zones', { source: ZONE_OUTLINES, filter: NOTHING }),
  ...outline('lit-cells', { source: TOUCHED_CELLS, filter: NOTHING }),
  ...SUBJECT_LAYERS.flatMap((layer) => {
    const from = { source: layer, 'source-layer': layer, filter: NOTHING, layout: hidden }
    return layer === 'cameras' ? [dot(`lit-${layer}`, from)] : outline(`lit-${layer}`, from)
  }),
]

interface From {
  readonly source: string
  readonly 'source-layer'?: string
  readonly filter: FilterSpecification
  readonly layout?: typeof hidden
}

function outline(id: string, from: From): LayerSpecification[] {
  return [
    {
      id: `${id}-halo`,
      type: 'line',
      ...from,
      paint: { 'line-color': PALETTE.halo, 'line-width': 7 },
    },
    { id, type: 'line', ...from, paint: { 'line-color': PALETTE.ink, 'line-width': 3.5 } },
  ]
}

function dot(id: string, from: From): LayerSpecification {
  return {
    id,
    type: 'circle',
    ...from,
    paint: {
      'circle-radius': 10,
      'circle-color': PALETTE.camera,
      'circle-stroke-color': PALETTE.ink,
      'circle-stroke-width': 3,
    },
  }
}

/** Lights what a finding speaks of; null for none. Tiles are loaded for lit features alone. */
export function light(map: MapLibreMap, subjects: MapSubjects | null): void {
  const filter = (id: string, filtered: FilterSpecification) => {
    for (const layer of [id, `${id}-halo`]) if (map.getLayer(layer)) map.setFilter(layer, filtered)
  }
  const zones = ['in', ['get', 'zone'], ['literal', [...(subjects?.zones ?? [])]]] as FilterSpecification
  filter('lit-zones', zones)
  filter('lit-cells', ['in', ['get', 'id'], ['literal', [...(subjects?.cells ?? [])]]])
  for (const layer of SUBJECT_LAYERS) lightFeatures(map, layer, subjects?.features[layer] ?? [])
}

function lightFeatures(map: MapLibreMap, layer: SubjectLayer, ids: readonly number[]): void {
  for (const id of [`lit-${layer}`, `lit-${layer}-halo`]) {
    if (!map.getLayer(id)) continue
    map.setFilter(id, ['in', ['id'], ['literal', [...ids]]])
    map.setLayoutProperty(id, 'visibility', ids.length === 0 ? 'none' : 'visible')
  }
}
