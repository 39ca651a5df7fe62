import type { Geometry, Position } from 'geojson'
import type { Projection } from './projection.ts'

type Coordinates = Position | readonly Coordinates[]

/** A geometry of the city's CRS in WGS 84, 7 decimals. */
export function toWgs84(geometry: Geometry, projection: Projection): Geometry {
  if (geometry.type === 'GeometryCollection') {
    return { type: 'GeometryCollection', geometries: geometry.geometries.map((g) => toWgs84(g, projection)) }
  }
  const coordinates = project(geometry.coordinates, projection)
  return { type: geometry.type, coordinates } as Geometry
}

function project(coordinates: Coordinates, projection: Projection): Coordinates {
  const [first, second] = coordinates
  if (typeof first === 'number') return [...projection.toWgs84(first, second as number)]
  return (coordinates as readonly Coordinates[]).map((inner) => project(inner, projection))
}
