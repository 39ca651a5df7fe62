import { effect, untracked } from '@preact/signals'
import type { Map as MapLibreMap, VectorTileSource } from 'maplibre-gl'
import { TILE_LAYERS, type TileLayerId } from '../../../tiles/schema.ts'
import { TOGGLED_LAYERS } from '../../layers/layer-choice.ts'
import { queryOfLayer } from './layer-query.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'
import type { LayerChoice } from '../../layers/layer-choice.ts'
import { showFeatures } from '../../map/show-features.ts'
import type { MapState } from '../../map/map-state.ts'
import type { ChangedCell } from '../../../server/hotspots/changes/contract.ts'
import { CHANGES } from '../../hotspots/changes/change-layers.ts'
import { CELL_TILES, type CellLook } from '../../hotspots/cell-layers.ts'
import { tileUrl } from './city-style.ts'
import type { CellSwap } from './swap-cells.ts'
import { overlayIds } from '../../layers/overlay-layers.ts'

export interface ChoiceDeps {
  readonly hotspots: Hotspots
  readonly layers: LayerChoice
  readonly mapState: MapState
  readonly cells: CellSwap
}

const QUERIED: readonly TileLayerId[] = ['hotspots', 'incidents']

/** Updates the map on changes of filters, classes and layers, once the style has loaded. */
export function followChoices(map: MapLibreMap, deps: ChoiceDeps): () => void {
  const { hotspots, layers, cells } = deps
  const stops: (() => void)[] = []
  const begin = () => {
    stops.push(...QUERIED.map((layer) => followQuery(map, deps, layer)), followRetries(map, deps))
    stops.push(
      effect(() => cells.draw(lookOf(hotspots))),
      effect(() => {
        const features = hotspots.filters.value.compare === null ? [] : changedCells(hotspots)
        showFeatures(map, CHANGES, { type: 'FeatureCollection', features })
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

/** What is drawn of the cells: nothing while two periods are compared. */
export function lookOf({ classes, filters }: Pick<Hotspots, 'classes' | 'filters'>): CellLook {
  const isCompared = filters.value.compare !== null
  return { classes: isCompared ? [] : classes.value, states: !isCompared }
}

function changedCells({ changes }: Hotspots): ChangedCell[] {
  return changes.state.value.value?.features ?? []
}

/** Loads other tiles when the query changes. */
function followQuery(map: MapLibreMap, deps: ChoiceDeps, layer: TileLayerId): () => void {
  const { hotspots, mapState } = deps
  let requested = queryOfLayer(layer, hotspots)
  return effect(() => {
    const query = queryOfLayer(layer, hotspots)
    if (query === requested) return
    requested = query
    mapState.tilesFailing.value = false
    showTiles(map, deps, layer)
  })
}

function showTiles(map: MapLibreMap, { hotspots, cells }: ChoiceDeps, layer: TileLayerId): void {
  const url = tileUrl(location.origin, layer, queryOfLayer(layer, hotspots))
  if (layer === CELL_TILES)
    cells.show(
      url,
      untracked(() => lookOf(hotspots)),
    )
  else map.getSource<VectorTileSource>(layer)?.setTiles([url])
}

/** Reloads all layers' tiles on request. */
function followRetries(map: MapLibreMap, deps: ChoiceDeps): () => void {
  const { mapState } = deps
  let done = mapState.tileRetries.peek()
  return effect(() => {
    const retries = mapState.tileRetries.value
    if (retries === done) return
    done = retries
    mapState.tilesFailing.value = false
    for (const layer of TILE_LAYERS) showTiles(map, deps, layer)
  })
}
