import type { PlanarPolygon } from './planar-polygon.ts'

/**
 * Square of the planar distance from a point to a polygon, 0 inside and on its border: what `ST_Distance` measures.
 *
 * @param x easting and @param y northing, whole centimetres
 * @returns cm²; exact for points on the border and for nearest vertices, else right to the last bits of a double
 */
export function squaredDistance(polygon: PlanarPolygon, x: number, y: number): number {
  const { ax, ay, bx, by, edges } = polygon
  let inside = false
  let nearest = Infinity
  for (let e = 0; e < edges; e++) {
    const x0 = ax[e]! - x
    const y0 = ay[e]! - y
    const x1 = bx[e]! - x
    const y1 = by[e]! - y
    const cross = x0 * y1 - x1 * y0
    if (y0 > 0 !== y1 > 0 && cross > 0 === y1 > y0) inside = !inside
    const dx = x1 - x0
    const dy = y1 - y0
    const along = -(x0 * dx + y0 * dy)
    const length = dx * dx + dy * dy
    const square =
      along <= 0 ? x0 * x0 + y0 * y0 : along >= length ? x1 * x1 + y1 * y1 : (cross * cross) / length
    if (square < nearest) nearest = square
  }
  return inside ? 0 : nearest
}

/** True when the point lies in the polygon or on its border. Centimetres. */
export function covers(polygon: PlanarPolygon, x: number, y: number): boolean {
  const { ax, ay, bx, by, edges } = polygon
  let inside = false
  for (let e = 0; e < edges; e++) {
    const x0 = ax[e]! - x
    const y0 = ay[e]! - y
    const x1 = bx[e]! - x
    const y1 = by[e]! - y
    const cross = x0 * y1 - x1 * y0
    if (cross === 0 && x0 * x1 <= 0 && y0 * y1 <= 0) return true
    if (y0 > 0 !== y1 > 0 && cross > 0 === y1 > y0) inside = !inside
  }
  return inside
}
