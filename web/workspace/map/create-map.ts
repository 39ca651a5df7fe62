import { Map as MapLibreMap, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { computed } from '@preact/signals'
import { queryOfLayer } from './layer-query.ts'
import type { Site } from '../../app/site.ts'
import type { Workspace } from '../workspace.ts'
import type { MapPlace } from './map-view.tsx'
import { connectDrawing } from '../../proposals/connect-drawing.ts'
import { followCamera } from './follow-camera.ts'
import { followChoices } from './follow-choices.ts'
import { lngLatBounds } from '../../map/lng-lat-bounds.ts'
import { retryTiles } from './retry-tiles.ts'
import { selectByKeyboard, selectByPointer } from './select-cell.ts'
import { cityStyle } from './city-style.ts'

export interface MapDeps extends MapPlace {
  readonly workspace: Workspace
  readonly site: Pick<Site, 'texts' | 'session'>
}

/** How long a person waits for a fade; none for those who asked for less motion. */
const FADE_MS = 150

/**
 * The map: its style, and everything that keeps it and the workspace the same.
 *
 * @returns what takes it down again
 * @throws when the browser has no WebGL
 */
export function createMap({ container, hover, covered, workspace, site }: MapDeps): () => void {
  const { city, hotspots, selection, layers, mapState, proposal, shell } = workspace
  setWorkerUrl(worker)
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const camera = mapState.camera.peek()
  const bounds = city.answer.state.peek().value?.bounds ?? null
  const map = new MapLibreMap({
    container,
    style: cityStyle({
      origin: location.origin,
      layers: layers.chosen.peek(),
      classes: hotspots.classes.peek(),
      selected: selection.cell.peek(),
      query: (layer) => queryOfLayer(layer, hotspots),
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
    locale: { 'Map.Title': site.texts.peek().map.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-right')

  const paused = proposal.drawing
  const stops = [
    followCamera(map, mapState, { still, covered }),
    followChoices(map, { hotspots, selection, layers, mapState }),
    selectByPointer(map, { selection, paused }, hover),
    selectByKeyboard(map, {
      selection,
      paused,
      hotspots,
      texts: site.texts,
      say: (text) => (shell.announcement.value = text),
    }),
  ]
  map.once('load', () => {
    mapState.phase.value = 'ready'
    stops.push(
      connectDrawing(map, {
        proposal,
        isOpen: computed(() => shell.panel.value === 'proposal'),
        onStart: () => (selection.cell.value = null),
        still,
      }),
    )
  })
  const failures = retryTiles(mapState, site.session)
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
