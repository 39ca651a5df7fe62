import type { Geometry, Position } from 'geojson'
import type { Bbox } from '../platform/http/fields/bbox.ts'

/** Whether the box round a geometry, in degrees, meets another, borders included. */
export function meetsBox(geometry: Geometry, [west, south, east, north]: Bbox): boolean {
  let [minLon, minLat, maxLon, maxLat] = [Infinity, Infinity, -Infinity, -Infinity]
  const walk = (part: Position | Position[] | Position[][] | Position[][][]): void => {
    if (typeof part[0] !== 'number') return (part as Position[]).forEach(walk)
    const [lon, lat] = part as Position
    minLon = Math.min(minLon, lon!)
    minLat = Math.min(minLat, lat!)
    maxLon = Math.max(maxLon, lon!)
    maxLat = Math.max(maxLat, lat!)
  }
  if (geometry.type !== 'GeometryCollection') walk(geometry.coordinates)
  return minLon <= east && maxLon >= west && minLat <= north && maxLat >= south
}
