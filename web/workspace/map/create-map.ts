import { computed, signal, untracked } from '@preact/signals'
import type { Polygon } from 'geojson'
import { queryOfLayer } from './layer-query.ts'
import type { Site } from '../../app/site.ts'
import type { Workspace } from '../workspace.ts'
import type { MapPlace } from './map-view.tsx'
import { connectDrawing } from '../../proposals/connect-drawing.ts'
import { followCoverage } from './coverage.ts'
import { followCamera } from './follow-camera.ts'
import { followChoices, lookOf } from './follow-choices.ts'
import { lngLatBounds } from '../../map/lng-lat-bounds.ts'
import { markCells } from './mark-cells.ts'
import { measureDistance } from './measure-distance.ts'
import { retryTiles } from './retry-tiles.ts'
import { selectByKeyboard, selectByPointer } from './select-cell.ts'
import { swapCells } from './swap-cells.ts'
import { hasBaseMap } from '../../map/style/base-map.ts'
import { followSystemFlavour, repaintByFlavour, systemFlavour } from '../../map/map-flavour.ts'
import { fontFaces } from '../../map/style/font-faces.ts'
import { selectedOutline } from '../../hotspots/selected-cell.ts'
import { providePatterns } from '../../map/patterns.ts'
import { isStill, openMap } from '../../map/open-map.ts'
import { cityStyle } from './city-style.ts'
import { workspaceMessages } from '../messages.ts'

export interface MapDeps extends MapPlace {
  readonly workspace: Workspace
  readonly site: Pick<Site, 'texts' | 'session' | 'http'>
}

/** Highest opening zoom, for example in a city of one incident. */
const MAX_OPENING_ZOOM = 14

const PATTERN_INK = [84, 95, 104] as const

/** Duration of fades; none with reduced motion. */
const FADE_MS = 150

/**
 * Creates the map with its style, and syncs it with the workspace.
 *
 * @returns a function that removes it
 * @throws when the browser has no WebGL
 */
export function createMap({ container, hover, covered, workspace, site }: MapDeps): () => void {
  const { city, hotspots, selection, layers, mapState, proposal, shell } = workspace
  const still = isStill()
  const camera = mapState.camera.peek()
  const { bounds = null, baseMap = null } = city.received.state.peek().value ?? {}
  mapState.flavour.value = systemFlavour()
  const messages = workspaceMessages.inLanguageOf(site.texts.peek()).map
  const { map, close } = openMap({
    container,
    style: cityStyle(
      {
        origin: location.origin,
        baseMap,
        flavour: mapState.flavour.peek(),
        layers: layers.chosen.peek(),
        look: untracked(() => lookOf(hotspots)),
        query: (layer) => queryOfLayer(layer, hotspots),
      },
      fontFaces(location.origin),
    ),
    ...(camera !== null && { center: [camera.longitude, camera.latitude], zoom: camera.zoom }),
    ...(camera === null && bounds !== null && { bounds: lngLatBounds(bounds) }),
    fitBoundsOptions: {
      padding: { top: 24, left: 24, right: 24, bottom: 24 + covered().bottom },
      maxZoom: MAX_OPENING_ZOOM,
    },
    maxZoom: 19,
    fadeDuration: still ? 0 : FADE_MS,
    label: messages.label,
    attributionLabel: hasBaseMap(baseMap) ? messages.attribution : null,
  })

  const paused = computed(() => proposal.drawing.value || mapState.measured.value !== null)
  providePatterns(map, PATTERN_INK)
  const cells = swapCells(map, mapState)
  const hovered = signal<Polygon | null>(null)
  const { hitLayer } = cells
  const stops = [
    cells.stop,
    followCamera(map, mapState, { still, covered }),
    followSystemFlavour(mapState.flavour),
    repaintByFlavour(map, mapState.flavour),
    followCoverage(map, site.http, hotspots),
    followChoices(map, { hotspots, layers, mapState, cells }),
    markCells(map, {
      hovered,
      selected: computed(() => selectedOutline(hotspots, selection)),
      found: mapState.found,
    }),
    measureDistance(map, mapState.measured),
    selectByPointer(map, { selection, paused, hitLayer }, hover, hovered),
    selectByKeyboard(map, {
      selection,
      paused,
      hitLayer,
      hotspots,
      texts: site.texts,
      say: (text) => (shell.announcement.value = text),
    }),
  ]
  map.once('load', () => {
    mapState.phase.value = 'ready'
    mapState.takePicture.value = () => {
      map.redraw()
      return map.getCanvas().toDataURL('image/png')
    }
    stops.push(
      connectDrawing(map, {
        proposal,
        isOpen: computed(() => shell.panel.value === 'proposal'),
        flavour: mapState.flavour,
        onStart: () => (selection.cell.value = null),
        goTo: (bounds) => (mapState.goTo.value = bounds),
        covered,
      }),
    )
  })
  const failures = retryTiles(mapState, site.session)
  map.on('error', ({ error }) => failures.note(error))

  return () => {
    mapState.takePicture.value = null
    failures.stop()
    for (const stop of stops) stop()
    close()
  }
}
