import type { PlanarPolygon } from './planar-polygon.ts'
import { difference, polygonRegion, type Region, uniteSpans } from './scanline-area.ts'

/**
 * Everything within a planar distance of a polygon, with true arcs, no polygonal approximation.
 *
 * A horizontal line meets the buffer where it meets the polygon, or the capsule (the points within the distance) of
 * one of its edges: closed forms both.
 *
 * @param radiusMetres ≥ 0
 */
export function bufferRegion(polygon: PlanarPolygon, radiusMetres: number): Region {
  const inner = polygonRegion(polygon)
  if (radiusMetres === 0) return inner
  const r = radiusMetres * 100
  const { ax, ay, bx, by, edges } = polygon
  const breaks = new Set<number>()
  for (let e = 0; e < edges; e++) for (const y of kinks(ax[e]!, ay[e]!, bx[e]!, by[e]!, r)) breaks.add(y)
  return {
    minY: inner.minY - r,
    maxY: inner.maxY + r,
    breaks: [...breaks],
    spansAt(y) {
      const pairs: number[] = [...inner.spansAt(y)]
      for (let e = 0; e < edges; e++) capsuleSpan(pairs, ax[e]!, ay[e]!, bx[e]!, by[e]!, r, y)
      return uniteSpans(pairs)
    },
  }
}

/**
 * Everything in a polygon that is at least a planar distance away from its border: parts narrower than twice that
 * vanish. Only its spans are valid; its `breaks` are incomplete.
 *
 * @param radiusMetres > 0
 */
export function coreRegion(polygon: PlanarPolygon, radiusMetres: number): Region {
  const inner = polygonRegion(polygon)
  const r = radiusMetres * 100
  const { ax, ay, bx, by, edges } = polygon
  const border: Region = {
    ...inner,
    spansAt(y) {
      const pairs: number[] = []
      for (let e = 0; e < edges; e++) capsuleSpan(pairs, ax[e]!, ay[e]!, bx[e]!, by[e]!, r, y)
      return uniteSpans(pairs)
    },
  }
  return { ...difference(inner, border), breaks: [] }
}

/** Where the outline of a capsule changes from arc to side, and its top and bottom. */
function kinks(ax: number, ay: number, bx: number, by: number, r: number): readonly number[] {
  const tilt = ((bx - ax) / Math.hypot(bx - ax, by - ay)) * r
  return [ay, ay - r, ay + r, ay - tilt, ay + tilt, by - tilt, by + tilt]
}

/** Adds the span of the line at height y through the points within r of the edge a–b (a ≠ b), when there is one. */
export function capsuleSpan(
  pairs: number[],
  ax: number,
  ay: number,
  bx: number,
  by: number,
  r: number,
  y: number,
): void {
  if (y > Math.max(ay, by) + r || y < Math.min(ay, by) - r) return
  let from = Infinity
  let to = -Infinity
  const take = (x: number) => {
    if (x < from) from = x
    if (x > to) to = x
  }
  const halfA = r * r - (y - ay) ** 2
  if (halfA >= 0) {
    take(ax - Math.sqrt(halfA))
    take(ax + Math.sqrt(halfA))
  }
  const halfB = r * r - (y - by) ** 2
  if (halfB >= 0) {
    take(bx - Math.sqrt(halfB))
    take(bx + Math.sqrt(halfB))
  }
  const length = Math.hypot(bx - ax, by - ay)
  const nx = (-(by - ay) / length) * r
  const ny = ((bx - ax) / length) * r
  for (const side of [1, -1]) {
    const y0 = ay + side * ny
    const y1 = by + side * ny
    if (y0 > y !== y1 > y) take(ax + side * nx + ((y - y0) / (y1 - y0)) * (bx - ax))
  }
  if (to > from) pairs.push(from, to)
}
