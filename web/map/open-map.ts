import {
  AttributionControl,
  Map as MapLibreMap,
  type MapOptions,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

/** Options that differ between the two maps. */
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
  /** The map's accessible name. */
  readonly label: string
  /** How the map is moved where a wheel or a finger scrolls the page; needed with `cooperativeGestures`. */
  readonly gestures?: { readonly wheel: string; readonly wheelMac: string; readonly fingers: string }
  /** Label of the attribution button; null for the city’s own map. */
  readonly attributionLabel: string | null
}

export interface OpenedMap {
  readonly map: MapLibreMap
  /** Removes the map. */
  close(): void
}

/** Whether reduced motion is preferred. */
export function isStill(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/**
 * A north-up map with a scale in metres that follows the size of its container.
 *
 * @throws when the browser has no WebGL
 */
export function openMap({ label, attributionLabel, gestures, ...own }: OwnOptions): OpenedMap {
  setWorkerUrl(worker)
  const map = new MapLibreMap({
    ...own,
    minZoom: 8,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    locale: {
      'Map.Title': label,
      'AttributionControl.ToggleAttribution': attributionLabel ?? '',
      ...(gestures !== undefined && {
        'CooperativeGesturesHandler.WindowsHelpText': gestures.wheel,
        'CooperativeGesturesHandler.MacHelpText': gestures.wheelMac,
        'CooperativeGesturesHandler.MobileHelpText': gestures.fingers,
      }),
    },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  if (attributionLabel !== null)
    map.addControl(new AttributionControl({ customAttribution: [] }), 'bottom-right')
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 96 }), 'bottom-right')
  const observer = new ResizeObserver(() => map.resize())
  observer.observe(own.container)
  leaveOutSky(map)
  return {
    map,
    close: () => {
      observer.disconnect()
      map.remove()
    },
  }
}

/**
 * Leaves out the sky, which a map that lies flat never shows: MapLibre draws a transparent one over the whole view in
 * each frame, a seventh of it without a graphics card.
 */
function leaveOutSky({ painter }: MapLibreMap): void {
  const render = painter.render.bind(painter)
  painter.render = (style, transform, frame) => render(style, transform, { ...frame, sky: undefined })
}
