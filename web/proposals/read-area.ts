import type { GeoJSON, Geometry, Position } from 'geojson'
import type { Area } from '../map/geometry.ts'

/** A file larger than this is no proposal: the server takes 1 MB. */
export const MAX_FILE_BYTES = 1_000_000

/**
 * The one area of a GeoJSON text: a Polygon, a MultiPolygon, a Feature or a collection of such, joined into one.
 * Heights are dropped. Null when there is none, or a coordinate is no longitude and latitude.
 */
export function readArea(text: string): Area | null {
  try {
    const polygons = polygonsOf(JSON.parse(text) as GeoJSON)
    if (polygons.length === 0 || !polygons.every((rings) => rings.length > 0 && rings.every(isRing)))
      return null
    const flat = polygons.map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x, y])))
    if (flat.length === 1) return { type: 'Polygon', coordinates: flat[0]! }
    return { type: 'MultiPolygon', coordinates: flat }
  } catch {
    return null
  }
}

function polygonsOf(json: GeoJSON): Position[][][] {
  if (json.type === 'FeatureCollection') return json.features.flatMap((feature) => polygonsOf(feature))
  if (json.type === 'Feature') return polygonsOf(json.geometry)
  return polygonsOfGeometry(json)
}

function polygonsOfGeometry(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(polygonsOfGeometry) : []
}

function isRing(ring: readonly Position[]): boolean {
  return Array.isArray(ring) && ring.length >= 4 && ring.every(isPosition)
}

function isPosition([longitude, latitude]: Position): boolean {
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return false
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}
