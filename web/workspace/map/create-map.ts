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
import { fontFaces } from '../../map/style/font-faces.ts'
import { isStill, openMap } from '../../map/open-map.ts'
import { cityStyle } from './city-style.ts'
import { workspaceMessages } from '../messages.ts'

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
  const still = isStill()
  const camera = mapState.camera.peek()
  const bounds = city.received.state.peek().value?.bounds ?? null
  const { map, close } = openMap({
    container,
    style: cityStyle(
      {
        origin: location.origin,
        layers: layers.chosen.peek(),
        classes: hotspots.classes.peek(),
        selected: selection.cell.peek(),
        query: (layer) => queryOfLayer(layer, hotspots),
      },
      fontFaces(location.origin),
    ),
    ...(camera !== null && { center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    ...(camera === null && bounds !== null && { bounds: lngLatBounds(bounds) }),
    fitBoundsOptions: { padding: { top: 24, left: 24, right: 24, bottom: 24 + covered().bottom } },
    maxZoom: 19,
    fadeDuration: still ? 0 : FADE_MS,
    label: workspaceMessages.inLanguageOf(site.texts.peek()).map.label,
  })

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

  return () => {
    failures.stop()
    for (const stop of stops) stop()
    close()
  }
}
