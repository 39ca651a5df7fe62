import type { PlanarPolygon } from './planar-polygon.ts'
import { polygonRegion } from './scanline-area.ts'

/**
 * A point inside a polygon: the middle of the widest stretch of the horizontal line through the middle of its box, as
 * PostGIS `ST_PointOnSurface` has it; where parts lie above and below that line, of a line through one of them.
 *
 * @returns centimetres
 */
export function innerPoint(polygon: PlanarPolygon): readonly [x: number, y: number] {
  const { minX, minY, maxX, maxY } = polygon.box
  const region = polygonRegion(polygon)
  const heights = region.breaks.toSorted((a, b) => a - b)
  const between = heights.slice(1).map((y, k) => (y + heights[k]!) / 2)
  for (const y of [(minY + maxY) / 2, ...between]) {
    const spans = region.spansAt(y)
    if (spans.length === 0) continue
    let widest = 0
    for (let k = 2; k < spans.length; k += 2) {
      if (spans[k + 1]! - spans[k]! > spans[widest + 1]! - spans[widest]!) widest = k
    }
    return [(spans[widest]! + spans[widest + 1]!) / 2, y]
  }
  return [(minX + maxX) / 2, (minY + maxY) / 2]
}
