import { effect, type ReadonlySignal } from '@preact/signals'
import type { Feature, Point, Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { showFeatures } from '../../map/show-features.ts'
import { MARKED_CELLS } from '../../hotspots/cell-layers.ts'

export interface MarkDeps {
  readonly hovered: ReadonlySignal<Polygon | null>
  readonly selected: ReadonlySignal<Polygon | null>
  /** The middle of what was searched for. */
  readonly found: ReadonlySignal<readonly [number, number] | null>
}

/** Marks the hovered and the selected cell and what was found, from a source of their own: no tile is read again for it. */
export function markCells(map: MapLibreMap, { hovered, selected, found }: MarkDeps): () => void {
  let stop = () => {}
  map.once('style.load', () => {
    stop = effect(() => {
      const point: Point | null = found.value && { type: 'Point', coordinates: [...found.value] }
      const marks = { hovered: hovered.value, selected: selected.value, found: point }
      const features = Object.entries(marks).flatMap(([mark, geometry]): Feature[] =>
        geometry === null ? [] : [{ type: 'Feature', geometry, properties: { mark } }],
      )
      showFeatures(map, MARKED_CELLS, { type: 'FeatureCollection', features })
    })
  })
  return () => stop()
}
