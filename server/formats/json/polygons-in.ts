import { isObject } from './json-object.ts'

/** The rings of polygons, however a file draws them, not yet looked at. */
export interface DrawnPolygons {
  readonly polygons: readonly (readonly unknown[][])[]
  /** True when lines that end where they begin were taken for outlines, as drawings have them. */
  readonly fromLines: boolean
}

/**
 * The polygons of a geometry: of a Polygon, a MultiPolygon, a collection of such, Esri's rings, or lines that end where they begin.
 * Null for any other.
 */
export function polygonsIn(geometry: unknown): DrawnPolygons | null {
  if (!isObject(geometry)) return null
  const { type, coordinates, geometries, rings } = geometry
  if (type === 'Polygon') return of(isRings(coordinates) ? [coordinates] : null)
  if (type === 'MultiPolygon')
    return of(Array.isArray(coordinates) && coordinates.every(isRings) ? coordinates : null)
  if (type === 'LineString') return ofLines([coordinates])
  if (type === 'MultiLineString') return Array.isArray(coordinates) ? ofLines(coordinates) : null
  if (type === 'GeometryCollection') return Array.isArray(geometries) ? ofCollection(geometries) : null
  return type === undefined && isRings(rings) ? of(byShell(rings)) : null
}

function of(polygons: readonly unknown[][][] | null, fromLines = false): DrawnPolygons | null {
  return polygons === null ? null : { polygons, fromLines }
}

function ofLines(lines: readonly unknown[]): DrawnPolygons | null {
  return lines.length > 0 && lines.every(isClosed)
    ? of(
        lines.map((line) => [line]),
        true,
      )
    : null
}

function ofCollection(parts: readonly unknown[]): DrawnPolygons | null {
  const drawn = parts.map((part) =>
    isObject(part) && part['type'] === 'GeometryCollection' ? null : polygonsIn(part),
  )
  const found = drawn.filter((part) => part !== null)
  if (found.length === 0 || found.length < drawn.length) return null
  return {
    polygons: found.flatMap(({ polygons }) => polygons),
    fromLines: found.some(({ fromLines }) => fromLines),
  }
}

/** Esri's rings in one list: those that run clockwise are outlines, and the others holes of the outline before them. */
function byShell(rings: readonly unknown[][]): unknown[][][] {
  const polygons: unknown[][][] = []
  for (const ring of rings) {
    const last = polygons.at(-1)
    if (last === undefined || isClockwise(ring)) polygons.push([ring])
    else last.push(ring)
  }
  return polygons
}

function isClockwise(ring: readonly unknown[]): boolean {
  let doubled = 0
  for (let k = 1; k < ring.length; k++) {
    const [[ax, ay], [bx, by]] = [ring[k - 1], ring[k]] as [number[], number[]]
    doubled += (bx! - ax!) * (by! + ay!)
  }
  return doubled > 0
}

function isRings(value: unknown): value is unknown[][] {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray)
}

function isClosed(line: unknown): line is unknown[][] {
  if (!Array.isArray(line) || line.length < 4 || !line.every(Array.isArray)) return false
  const [first, last] = [line[0] as unknown[], line.at(-1) as unknown[]]
  return first[0] === last[0] && first[1] === last[1]
}
