import { effect } from '@preact/signals'
import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Camera, MapState } from '../../map/map-state.ts'
import { lngLatBounds } from '../../map/lng-lat-bounds.ts'

export interface CameraOptions {
  readonly still: boolean
  readonly covered: () => { readonly bottom: number }
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))

/** Syncs camera and signals in both directions, and follows requested bounds. */
export function followCamera(map: MapLibreMap, mapState: MapState, options: CameraOptions): () => void {
  const { camera, viewBounds, goTo } = mapState
  const read = (): Camera => {
    const { lat, lng } = map.getCenter()
    return { zoom: round(map.getZoom(), 2), latitude: round(lat, 5), longitude: round(lng, 5) }
  }
  const tell = () => {
    const now = read()
    if (!sameCamera(now, camera.peek())) camera.value = now
    const seen = map.getBounds()
    viewBounds.value = [seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]
  }
  map.on('moveend', tell)
  map.once('load', tell)

  const stopCamera = effect(() => {
    const wanted = camera.value
    if (wanted === null || sameCamera(wanted, read())) return
    map.jumpTo({ center: [wanted.longitude, wanted.latitude], zoom: wanted.zoom })
  })
  const stopGoTo = effect(() => {
    const bounds = goTo.value
    if (bounds === null) return
    goTo.value = null
    const padding = { top: 48, left: 48, right: 48, bottom: 48 + options.covered().bottom }
    map.fitBounds(lngLatBounds(bounds), {
      padding,
      maxZoom: 16.5,
      animate: !options.still,
    })
  })
  return () => {
    map.off('moveend', tell)
    stopCamera()
    stopGoTo()
  }
}

function sameCamera(a: Camera, b: Camera | null): boolean {
  if (b === null || Math.abs(a.zoom - b.zoom) > 0.011) return false
  return Math.abs(a.latitude - b.latitude) < 2e-5 && Math.abs(a.longitude - b.longitude) < 2e-5
}
