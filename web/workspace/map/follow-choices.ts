import { effect } from '@preact/signals'
import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl'
import { TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import { TOGGLED_LAYERS } from '../../layers/layer-choice.ts'
import { queryOfLayer } from './layer-query.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'
import type { Selection } from '../../hotspots/selection.ts'
import type { LayerChoice } from '../../layers/layer-choice.ts'
import type { MapState } from '../../map/map-state.ts'
import { cellFilter, classFilter } from '../../hotspots/cell-layers.ts'
import { tileUrl } from './city-style.ts'
import { overlayIds } from '../../layers/overlay-layers.ts'

export interface ChoiceDeps {
  readonly hotspots: Hotspots
  readonly selection: Selection
  readonly layers: LayerChoice
  readonly mapState: MapState
}

const QUERIED: readonly TileLayerId[] = ['hotspots', 'incidents']

/** Draws what is chosen: filters, classes, layers and the selected cell. Begins when the style is there. */
export function followChoices(map: MapLibreMap, deps: ChoiceDeps): () => void {
  const { hotspots, selection, layers } = deps
  const stops: (() => void)[] = []
  const begin = () => {
    stops.push(...QUERIED.map((layer) => followQuery(map, deps, layer)), followRetries(map, deps))
    stops.push(
      effect(() => {
        const filter = classFilter(hotspots.classes.value)
        map.setFilter('cell-fill', filter)
        map.setFilter('cell-line', filter)
      }),
      effect(() => {
        const filter = cellFilter(selection.cell.value)
        map.setFilter('cell-selected', filter)
        map.setFilter('cell-selected-halo', filter)
      }),
      effect(() => {
        for (const layer of TOGGLED_LAYERS) {
          const visibility = layers.chosen.value.includes(layer) ? 'visible' : 'none'
          for (const id of overlayIds(layer)) map.setLayoutProperty(id, 'visibility', visibility)
        }
      }),
    )
  }
  map.once('style.load', begin)
  return () => {
    for (const stop of stops) stop()
  }
}

/** Asks for other tiles when the question changes. */
function followQuery(map: MapLibreMap, { hotspots, mapState }: ChoiceDeps, layer: TileLayerId): () => void {
  let requested = queryOfLayer(layer, hotspots)
  return effect(() => {
    const query = queryOfLayer(layer, hotspots)
    if (query === requested) return
    requested = query
    mapState.tilesFailing.value = false
    map.getSource<VectorTileSource>(layer)?.setTiles([tileUrl(location.origin, layer, query)])
  })
}

/** Asks for every layer's tiles again when the person does. */
function followRetries(map: MapLibreMap, { hotspots, mapState }: ChoiceDeps): () => void {
  let done = mapState.tileRetries.peek()
  return effect(() => {
    const retries = mapState.tileRetries.value
    if (retries === done) return
    done = retries
    mapState.tilesFailing.value = false
    for (const layer of TILE_LAYERS) {
      const url = tileUrl(location.origin, layer, queryOfLayer(layer, hotspots))
      map.getSource<VectorTileSource>(layer)?.setTiles([url])
    }
  })
}
