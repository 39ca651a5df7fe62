import { Map as MapLibreMap, type MapOptions, ScaleControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/** What the two maps have each in their own way. */
export type OwnOptions = Pick<
  MapOptions,
  | 'style'
  | 'center'
  | 'zoom'
  | 'bounds'
  | 'fitBoundsOptions'
  | 'maxZoom'
  | 'cooperativeGestures'
  | 'fadeDuration'
> & {
  readonly container: HTMLElement
  /** What a screen reader calls the map. */
  readonly label: string
}

export interface OpenedMap {
  readonly map: MapLibreMap
  /** Takes the map down. */
  close(): void
}

/** True for those who asked for less motion. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/**
 * A map with north at its top, a scale in metres, that follows the size of its container.
 *
 * @throws when the browser has no WebGL
 */
export function openMap({ label, ...own }: OwnOptions): OpenedMap {
  setWorkerUrl(worker)
  const map = new MapLibreMap({
    ...own,
    minZoom: 8,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: { 'Map.Title': label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-right')
  const observer = new ResizeObserver(() => map.resize())
  observer.observe(own.container)
  return {
    map,
    close: () => {
      observer.disconnect()
      map.remove()
    },
  }
}
