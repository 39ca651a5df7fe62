import type { MultiPolygon, Polygon, Position } from 'geojson'

/** A rectangle in centimetres, borders included. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/**
 * The edges of a polygon or multipolygon as columns, in whole centimetres of the city's CRS.
 *
 * Whole centimetres make every sign test exact: differences stay below 2^26 for anything smaller than 600 km.
 * Which ring an edge belongs to does not matter: inside means an odd number of crossings, as for every valid
 * polygon with holes.
 */
export interface PlanarPolygon {
  readonly edges: number
  readonly ax: Float64Array
  readonly ay: Float64Array
  readonly bx: Float64Array
  readonly by: Float64Array
  readonly box: Box
}

/** The rings of a polygon or of all polygons of a multipolygon. */
export function ringsOf(geometry: Polygon | MultiPolygon): readonly (readonly Position[])[] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/**
 * Edges of a geometry.
 *
 * @param geometry polygon or multipolygon, metres in the city's CRS; coordinates are rounded to 1 cm
 */
export function planarPolygon(geometry: Polygon | MultiPolygon): PlanarPolygon {
  return polygonOfRings(
    ringsOf(geometry).map((ring) => ring.map((p) => [Math.round(p[0]! * 100), Math.round(p[1]! * 100)])),
  )
}

/** Edges of rings whose coordinates are centimetres already. Rings may be closed or not. */
export function polygonOfRings(rings: readonly (readonly (readonly number[])[])[]): PlanarPolygon {
  const ends: number[] = []
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    let previous = ring.at(-1)
    for (const point of ring) {
      const [x, y] = [point[0]!, point[1]!]
      const [px, py] = [previous![0]!, previous![1]!]
      if (x !== px || y !== py) ends.push(px, py, x, y)
      minX = Math.min(minX, x)
      minY = Math.min(minY, y)
      maxX = Math.max(maxX, x)
      maxY = Math.max(maxY, y)
      previous = point
    }
  }
  const edges = ends.length / 4
  const column = (offset: number) => Float64Array.from({ length: edges }, (_, e) => ends[4 * e + offset]!)
  return {
    edges,
    ax: column(0),
    ay: column(1),
    bx: column(2),
    by: column(3),
    box: { minX, minY, maxX, maxY },
  }
}

/** Area in m², by the shoelace formula; holes must wind against their shells, as RFC 7946 has it. */
export function areaOf(polygon: PlanarPolygon): number {
  const { ax, ay, bx, by, edges, box } = polygon
  let doubled = 0
  for (let e = 0; e < edges; e++) {
    doubled += (ax[e]! - box.minX) * (by[e]! - box.minY) - (bx[e]! - box.minX) * (ay[e]! - box.minY)
  }
  return Math.abs(doubled) / 2 / 10_000
}

/** The edges that a horizontal line between two heights can meet; enough for spans and areas between them. */
export function edgesBetween(polygon: PlanarPolygon, minY: number, maxY: number): PlanarPolygon {
  const kept: number[] = []
  for (let e = 0; e < polygon.edges; e++) {
    const low = Math.min(polygon.ay[e]!, polygon.by[e]!)
    const high = Math.max(polygon.ay[e]!, polygon.by[e]!)
    if (high >= minY && low <= maxY) kept.push(e)
  }
  const pick = (column: Float64Array) => Float64Array.from(kept, (e) => column[e]!)
  return {
    edges: kept.length,
    ax: pick(polygon.ax),
    ay: pick(polygon.ay),
    bx: pick(polygon.bx),
    by: pick(polygon.by),
    box: { ...polygon.box, minY: Math.max(minY, polygon.box.minY), maxY: Math.min(maxY, polygon.box.maxY) },
  }
}
