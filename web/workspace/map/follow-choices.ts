import { effect } from '@preact/signals'
import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl'
import { TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import { TOGGLED_LAYERS } from '../../layers/layer-choice.ts'
import { queryOfLayer } from './layer-query.ts'
import type { Workspace } from '../workspace.ts'
import { cellFilter, classFilter } from '../../hotspots/cell-layers.ts'
import { tileUrl } from './city-style.ts'
import { overlayIds } from '../../layers/overlay-layers.ts'

const QUERIED: readonly TileLayerId[] = ['hotspots', 'incidents']

/** Draws what is chosen: filters, classes, layers and the selected cell. Begins when the style is there. */
export function followChoices(map: MapLibreMap, workspace: Workspace): () => void {
  const stops: (() => void)[] = []
  const begin = () => {
    stops.push(...QUERIED.map((layer) => followQuery(map, workspace, layer)), followRetries(map, workspace))
    stops.push(
      effect(() => {
        const filter = classFilter(workspace.classes.value)
        map.setFilter('cell-fill', filter)
        map.setFilter('cell-line', filter)
      }),
      effect(() => {
        const filter = cellFilter(workspace.selected.value)
        map.setFilter('cell-selected', filter)
        map.setFilter('cell-selected-halo', filter)
      }),
      effect(() => {
        for (const layer of TOGGLED_LAYERS) {
          const visibility = workspace.layers.value.includes(layer) ? 'visible' : 'none'
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
function followQuery(map: MapLibreMap, workspace: Workspace, layer: TileLayerId): () => void {
  let asked = queryOfLayer(layer, workspace)
  return effect(() => {
    const query = queryOfLayer(layer, workspace)
    if (query === asked) return
    asked = query
    workspace.tilesFailing.value = false
    map.getSource<VectorTileSource>(layer)?.setTiles([tileUrl(location.origin, layer, query)])
  })
}

/** Asks for every layer's tiles again when the person does. */
function followRetries(map: MapLibreMap, workspace: Workspace): () => void {
  let done = workspace.tileRetries.peek()
  return effect(() => {
    const retries = workspace.tileRetries.value
    if (retries === done) return
    done = retries
    workspace.tilesFailing.value = false
    for (const layer of TILE_LAYERS) {
      const url = tileUrl(location.origin, layer, queryOfLayer(layer, workspace))
      map.getSource<VectorTileSource>(layer)?.setTiles([url])
    }
  })
}
