import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Signal } from '@preact/signals'
import { queryOfLayer } from './layer-query.ts'
import type { Workspace } from '../workspace.ts'
import { connectDrawing } from '../../proposals/connect-drawing.ts'
import { followCamera } from './follow-camera.ts'
import { followChoices } from './follow-choices.ts'
import type { Hover } from './hover.ts'
import { lngLatBounds } from '../../map/lng-lat-bounds.ts'
import { retryTiles } from './retry-tiles.ts'
import { selectByKeyboard, selectByPointer } from './select-cell.ts'
import { cityStyle } from './city-style.ts'

export interface MapDeps {
  readonly container: HTMLElement
  readonly workspace: Workspace
  readonly hover: Signal<Hover | null>
  /** Pixels of the container that panels cover, so that "the middle" is the middle of what is seen. */
  readonly covered: () => { readonly bottom: number }
}

/** How long a person waits for a fade; none for those who asked for less motion. */
const FADE_MS = 150

/**
 * The map: its style, and everything that keeps it and the workspace the same.
 *
 * @returns what takes it down again
 * @throws when the browser has no WebGL
 */
export function createMap({ container, workspace, hover, covered }: MapDeps): () => void {
  setWorkerUrl(worker)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const camera = workspace.camera.peek()
  const bounds = workspace.city.answer.state.peek().value?.bounds ?? null
  const map = new MapLibreMap({
    container,
    style: cityStyle({
      origin: location.origin,
      layers: workspace.layers.peek(),
      classes: workspace.classes.peek(),
      selected: workspace.selected.peek(),
      query: (layer) => queryOfLayer(layer, workspace),
    }),
    ...(camera !== null && { center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    ...(camera === null && bounds !== null && { bounds: lngLatBounds(bounds) }),
    fitBoundsOptions: { padding: { top: 24, left: 24, right: 24, bottom: 24 + covered().bottom } },
    minZoom: 8,
    maxZoom: 19,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    fadeDuration: still ? 0 : FADE_MS,
    locale: { 'Map.Title': workspace.texts.peek().map.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-right')

  const stops = [
    followCamera(map, workspace, { still, covered }),
    followChoices(map, workspace),
    selectByPointer(map, workspace, hover),
    selectByKeyboard(map, workspace),
  ]
  map.once('load', () => {
    workspace.mapPhase.value = 'ready'
    stops.push(connectDrawing(map, workspace, { still }))
  })
  const failures = retryTiles(workspace)
  map.on('error', ({ error }) => failures.note(error))
  const observer = new ResizeObserver(() => map.resize())
  observer.observe(container)

  return () => {
    observer.disconnect()
    failures.stop()
    for (const stop of stops) stop()
    map.remove()
  }
}
