import { effect, type ReadonlySignal } from '@preact/signals'
import { type GeoJSONSource, type Map as MapLibreMap, Marker } from 'maplibre-gl'
import type { FormValues } from '../work/merge-edits.ts'
import { positionOf, positionValues } from './register-feature.ts'
import { angleTo, handlesOf, sectorOf, towards, type View } from './sector.ts'
import styles from './registers-page.module.css'

interface HandleDeps {
  readonly values: ReadonlySignal<FormValues>
  readonly put: (values: FormValues) => void
}

const MAX_RANGE_METRES = 1000

type Place = readonly [longitude: number, latitude: number]

/**
 * A camera that is dragged to its place, a knob that turns and reaches its view, and one that opens it. The form has the
 * same numbers, for the keyboard.
 *
 * @returns a function that takes them away
 */
export function connectCameraHandles(map: MapLibreMap, { values, put }: HandleDeps): () => void {
  const view = () => viewOf(values.peek())
  const centre = () => positionOf(values.peek())
  const camera = handle('camera', styles.camera, ([longitude, latitude]) =>
    put(positionValues([longitude, latitude])),
  )
  const middle = handle('middle', styles.middle, (to) => {
    const from = centre()
    if (from === null) return
    const { bearing, metres } = towards(from, to)
    put({
      directionDegrees: String(Math.round(bearing) % 360),
      rangeMetres: String(Math.min(MAX_RANGE_METRES, Math.max(1, Math.round(metres)))),
    })
  })
  const edge = handle('edge', styles.edge, (to) => {
    const from = centre()
    const { directionDegrees } = view()
    if (from === null) return
    put({
      directionDegrees: String(directionDegrees ?? 0),
      viewDegrees: String(angleTo(directionDegrees ?? 0, towards(from, to).bearing)),
    })
  })
  const all = [camera, middle, edge]
  const stop = effect(() => {
    const position = positionOf(values.value)
    const source = map.getSource<GeoJSONSource>('view')
    if (position === null) {
      for (const { marker } of all) marker.remove()
      void source?.setData({ type: 'FeatureCollection', features: [] })
      return
    }
    const now = viewOf(values.value)
    const handles = handlesOf(position, now)
    camera.moveTo(map, position)
    middle.moveTo(map, handles.middle)
    edge.moveTo(map, handles.edge)
    void source?.setData({ type: 'Feature', geometry: sectorOf(position, now), properties: {} })
  })
  return () => {
    stop()
    for (const { marker } of all) marker.remove()
    void map.getSource<GeoJSONSource>('view')?.setData({ type: 'FeatureCollection', features: [] })
  }
}

/** The view of a form's values; a number that cannot be one is unknown. */
function viewOf(values: FormValues): View {
  const numberOf = (name: string) => {
    const text = values[name] ?? ''
    return text === '' || !Number.isFinite(Number(text)) ? null : Number(text)
  }
  const positive = (value: number | null) => (value !== null && value > 0 ? value : null)
  return {
    directionDegrees: numberOf('directionDegrees'),
    viewDegrees: positive(numberOf('viewDegrees')),
    rangeMetres: positive(numberOf('rangeMetres')),
  }
}

function handle(name: string, className: string | undefined, onDrag: (to: Place) => void) {
  const element = document.createElement('div')
  element.className = className ?? ''
  element.dataset['handle'] = name
  const marker = new Marker({ element, draggable: true })
  element.setAttribute('aria-hidden', 'true')
  element.removeAttribute('aria-label')
  element.removeAttribute('role')
  let isDragged = false
  let isShown = false
  marker.on('dragstart', () => (isDragged = true))
  marker.on('dragend', () => (isDragged = false))
  marker.on('drag', () => {
    const { lng, lat } = marker.getLngLat()
    onDrag([lng, lat])
  })
  return {
    marker,
    moveTo(map: MapLibreMap, [longitude, latitude]: Place) {
      if (!isDragged) marker.setLngLat([longitude, latitude])
      if (!isShown) marker.addTo(map)
      isShown = true
    },
  }
}
