import { isObject, type Members } from './json-object.ts'

/**
 * The coordinates of a geometry that is one point: a Point, a MultiPoint of one, a GeometryCollection of one such, or
 * Esri's `{x, y}`. Heights and measures come behind. Null for any other geometry.
 */
export function onlyPoint(geometry: Members): readonly unknown[] | null {
  const { type, coordinates, geometries } = geometry
  if (type === undefined && 'x' in geometry && 'y' in geometry) return [geometry['x'], geometry['y']]
  if (type === 'Point') return Array.isArray(coordinates) ? coordinates : []
  const [only, ...others] = listOf(
    type === 'MultiPoint' ? coordinates : type === 'GeometryCollection' ? geometries : [],
  )
  if (others.length > 0) return null
  if (Array.isArray(only)) return only
  return isObject(only) && only['type'] !== 'GeometryCollection' ? onlyPoint(only) : null
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
