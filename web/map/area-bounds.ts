import type { Bounds, Area } from './geometry.ts'

/** The bounds of an area, degrees. */
export function boundsOf(area: Area): Bounds {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [longitude = 0, latitude = 0] of rings.flat()) {
    west = Math.min(west, longitude)
    east = Math.max(east, longitude)
    south = Math.min(south, latitude)
    north = Math.max(north, latitude)
  }
  return [west, south, east, north]
}
