import type { LayerSpecification, Map as MapLibreMap, MapSourceDataEvent } from 'maplibre-gl'
import { holdFrames } from '../../map/hold-frames.ts'
import { inFlavour } from '../../map/style/flavour.ts'
import type { MapState } from '../../map/map-state.ts'
import {
  CELL_LAYERS,
  CELL_TILES,
  cellFilters,
  cellLayerId,
  cellLayers,
  cellOpacities,
  type CellLook,
} from '../../hotspots/cell-layers.ts'
import { TILE_LAYER } from '../../../tiles/schema.ts'

/** No frame is left out for longer: what hovers and blinks must not stand still. */
const MAX_HOLD_MS = 500

/** The cells on the map, replaced whole. */
export interface CellSwap {
  /**
   * Loads tiles out of sight. Once all that the view needs are there they take the place of those shown, so that the map
   * is never a mix of two answers.
   */
  show(url: string, look: CellLook): void
  /** Changes what is drawn of the cells that are there. */
  draw(look: CellLook): void
  /** The layer that finds the cell under a point. */
  hitLayer(): string
  stop(): void
}

/**
 * Swaps sources of cells. Every answer has a source of its own: a source that is given other tiles while it still loads
 * keeps some of the old ones.
 */
export function swapCells(
  map: MapLibreMap,
  { flavour, cellsLoading }: Pick<MapState, 'flavour' | 'cellsLoading'>,
): CellSwap {
  let shown: string = CELL_TILES
  let loading: string | null = null
  let answers = 0
  let isHeld = false
  let release: ReturnType<typeof setTimeout> | undefined
  holdFrames(map, () => isHeld)

  const add = (source: string, url: string, look: CellLook) => {
    const { minZoom, maxZoom } = TILE_LAYER.hotspots
    map.addSource(source, { type: 'vector', tiles: [url], minzoom: minZoom, maxzoom: maxZoom })
    const { surface, outlines } = cellLayers(source, look, false)
    const below = (layers: readonly LayerSpecification[], anchor: string) => {
      for (const layer of layers) map.addLayer(inFlavour(layer, flavour.peek()), anchor)
    }
    below(surface, cellLayerId('hit', shown))
    below(outlines, cellLayerId('line', shown))
  }
  const remove = (source: string) => {
    for (const layer of CELL_LAYERS) map.removeLayer(cellLayerId(layer, source))
    map.removeSource(source)
  }
  const reveal = () => {
    // Of a source that is not there the map would tell as an error, which comes here again.
    if (loading === null || map.getSource(loading) === undefined || !map.isSourceLoaded(loading)) return
    const { fill, line, state } = cellOpacities(true)
    map.setPaintProperty(cellLayerId('state', loading), 'fill-opacity', state)
    map.setPaintProperty(cellLayerId('fill', loading), 'fill-opacity', fill)
    map.setPaintProperty(cellLayerId('line', loading), 'line-opacity', line)
    remove(shown)
    shown = loading
    loading = null
    cellsLoading.value = false
    isHeld = false
  }
  const follow = ({ sourceId }: Pick<MapSourceDataEvent, 'sourceId'>) => {
    if (sourceId === loading) reveal()
  }
  map.on('sourcedata', follow)
  map.on('error', reveal)

  return {
    show: (url, look) => {
      const before = loading
      loading = null
      if (before !== null) remove(before)
      answers += 1
      const next = `${CELL_TILES}-${answers}`
      add(next, url, look)
      loading = next
      cellsLoading.value = true
      isHeld = true
      clearTimeout(release)
      release = setTimeout(() => {
        isHeld = false
        map.triggerRepaint()
      }, MAX_HOLD_MS)
    },
    draw: (look) => {
      for (const source of loading === null ? [shown] : [shown, loading])
        for (const [layer, filter] of Object.entries(cellFilters(look)))
          map.setFilter(cellLayerId(layer as 'fill', source), filter)
    },
    hitLayer: () => cellLayerId('hit', shown),
    stop: () => {
      clearTimeout(release)
      cellsLoading.value = false
      map.off('sourcedata', follow)
      map.off('error', reveal)
    },
  }
}
