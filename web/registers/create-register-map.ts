import { computed, effect, type Signal } from '@preact/signals'
import type { GeoJSONSource, VectorSourceSpecification } from 'maplibre-gl'
import { MAP_PATHS } from '../../server/map-tiles/paths.ts'
import { TILE_LAYER, type TileLayerId } from '../../tiles/schema.ts'
import { boundsOf } from '../map/area-bounds.ts'
import { followSystemFlavour, repaintByFlavour, systemFlavour } from '../map/map-flavour.ts'
import { lngLatBounds } from '../map/lng-lat-bounds.ts'
import { isStill, openMap } from '../map/open-map.ts'
import { providePatterns } from '../map/patterns.ts'
import { AREA_BASE } from '../map/style/area-base.ts'
import { baseMapPart, hasBaseMap } from '../map/style/base-map.ts'
import { buildStyle } from '../map/style/build-style.ts'
import { contextPart } from '../map/style/context-part.ts'
import { fontFaces } from '../map/style/font-faces.ts'
import type { Flavour } from '../map/style/palette.ts'
import { connectDrawing } from '../proposals/connect-drawing.ts'
import { draftPart } from '../proposals/draft-layers.ts'
import { connectCameraHandles } from './camera-handles.ts'
import type { Ground } from './register-calls.ts'
import type { RegisterDesk } from './register-desk.ts'
import type { RegisterEdit } from './register-edit.ts'
import type { RegisterFeature } from './register-feature.ts'
import { registerPart } from './register-layers.ts'

interface RegisterMapDeps {
  readonly container: HTMLElement
  readonly desk: RegisterDesk
  readonly ground: Ground
  readonly flavour: Signal<Flavour>
  readonly label: string
  readonly attributionLabel: string
  readonly onReady: () => void
}

const PATTERN_INK = [84, 95, 104] as const
const MAX_ZOOM = 19
const OPENING = { padding: 24, maxZoom: 14 } as const
/** At which a camera and what it sees are told apart. */
const CAMERA_ZOOM = 17
const HIT_PX = 6

/**
 * The map of a register: its features, and the one that is being edited with what draws it.
 *
 * @returns a function that removes it
 * @throws when the browser has no WebGL
 */
export function createRegisterMap(deps: RegisterMapDeps): () => void {
  const { desk, ground, flavour } = deps
  flavour.value = systemFlavour()
  const still = isStill()
  const { map, close } = openMap({
    container: deps.container,
    style: styleOf(ground, flavour.peek()),
    ...(ground.bounds !== null && { bounds: lngLatBounds(ground.bounds) }),
    fitBoundsOptions: OPENING,
    maxZoom: MAX_ZOOM,
    cooperativeGestures: matchMedia('(pointer: coarse)').matches,
    fadeDuration: 0,
    label: deps.label,
    attributionLabel: hasBaseMap(ground.baseMap) ? deps.attributionLabel : null,
  })
  providePatterns(map, PATTERN_INK)
  const readCentre = () => {
    const { lng, lat } = map.getCenter()
    desk.centre.value = [lng, lat]
  }
  map.on('moveend', readCentre)
  readCentre()

  const connect = (edit: RegisterEdit): (() => void) =>
    edit.kind === 'cameras'
      ? connectCameraHandles(map, edit)
      : connectDrawing(map, {
          proposal: edit.outline,
          isOpen: computed(() => desk.edit.value === edit),
          flavour,
          onStart: () => {},
          goTo: (bounds) => map.fitBounds(lngLatBounds(bounds), { ...OPENING, animate: !still }),
          covered: () => ({ bottom: 0 }),
        })
  const goTo = (feature: RegisterFeature) => {
    const { geometry } = feature
    if (geometry.type === 'Point') {
      const [longitude = 0, latitude = 0] = geometry.coordinates
      map.jumpTo({ center: [longitude, latitude], zoom: Math.max(map.getZoom(), CAMERA_ZOOM) })
    } else map.fitBounds(lngLatBounds(boundsOf(geometry)), { padding: 60, maxZoom: 16, animate: !still })
  }

  const stops = [followSystemFlavour(flavour), repaintByFlavour(map, flavour)]
  map.once('load', () => {
    let disconnect = () => {}
    let shown = desk.kind.peek()
    stops.push(
      effect(() => {
        if (desk.kind.value === shown) return
        shown = desk.kind.value
        if (ground.bounds !== null)
          map.fitBounds(lngLatBounds(ground.bounds), { ...OPENING, animate: !still })
      }),
      effect(() => showFeatures(map.getSource<GeoJSONSource>('register'), desk)),
      effect(() => {
        const edit = desk.edit.value
        disconnect()
        disconnect = () => {}
        if (edit === null) return
        const id = edit.id.peek()
        const feature = desk.features.state.peek().value?.find((one) => one.id === id)
        if (feature !== undefined) goTo(feature)
        disconnect = connect(edit)
      }),
      () => disconnect(),
    )
    deps.onReady()
  })
  map.on('click', ({ point }) => {
    if (desk.edit.peek() !== null) return
    const box: [[number, number], [number, number]] = [
      [point.x - HIT_PX, point.y - HIT_PX],
      [point.x + HIT_PX, point.y + HIT_PX],
    ]
    const [hit] = map.queryRenderedFeatures(box, { layers: ['register-dot', 'register-fill'] })
    const chosen = desk.features.state.peek().value?.find(({ id }) => id === hit?.id)
    if (chosen !== undefined) desk.begin(chosen)
  })
  return () => {
    for (const stop of stops) stop()
    close()
  }
}

function styleOf({ baseMap }: Ground, flavour: Flavour) {
  const { origin } = location
  const tiles = (id: TileLayerId): VectorSourceSpecification => ({
    type: 'vector',
    tiles: [`${origin}${MAP_PATHS.tile.replace('{layer}', id)}`],
    minzoom: TILE_LAYER[id].minZoom,
    maxzoom: TILE_LAYER[id].maxZoom,
  })
  const parts = [
    { sources: { areas: tiles('areas') } },
    hasBaseMap(baseMap) ? baseMapPart(baseMap, { placeNames: true }) : AREA_BASE,
    contextPart(tiles('context'), { placeNames: true }),
    registerPart(),
    draftPart(),
  ]
  return buildStyle(fontFaces(origin), parts, flavour)
}

/** Everything but what is being edited, which is drawn by itself. */
function showFeatures(source: GeoJSONSource | undefined, { features, edit, kind }: RegisterDesk): void {
  const edited = edit.value?.id.value ?? null
  void source?.setData({
    type: 'FeatureCollection',
    features: (features.state.value.value ?? [])
      .filter(({ id }) => id !== edited)
      .map(({ id, geometry, properties: { name, ...others } }) => ({
        type: 'Feature',
        id,
        geometry,
        properties: { name, kind: kind.value, status: others['status'] ?? null },
      })),
  })
}
