import type { Map as MapLibreMap } from 'maplibre-gl'

/**
 * Leaves out the frames that would repeat the picture: those drawn while `held` says so and the camera stands still.
 * Without a graphics card each costs as much as a new picture, and the one that is waited for comes after it.
 */
export function holdFrames(map: MapLibreMap, held: () => boolean): void {
  const { painter } = map
  const render = painter.render.bind(painter)
  let drawn = ''
  painter.render = (...frame) => {
    const { lng, lat } = map.getCenter()
    const { clientWidth, clientHeight } = map.getCanvas()
    const view = [lng, lat, map.getZoom(), map.getBearing(), clientWidth, clientHeight].join()
    if (held() && view === drawn) return
    drawn = view
    render(...frame)
  }
}
