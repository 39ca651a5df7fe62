import type { PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import { CATEGORY_GROUPS, GROUP_OF_CATEGORY } from '../engine/snapshot/categories.ts'
import { type LocatedSegment, type RowQuery, visitRows } from '../engine/statistics/rows-in-zones.ts'
import type { ExactCount } from './check-answer.ts'

/** Incidents inside the drawn line itself, by group: for those who see rows, beside the evidence and never in it. */
export function exactCounts(
  segments: readonly LocatedSegment[],
  polygon: PlanarPolygon,
  query: RowQuery,
): readonly ExactCount[] {
  const sums = new Float64Array(CATEGORY_GROUPS.length)
  visitRows(segments, createZoneLocator(polygon, []), query, ({ category, weight }, row) => {
    const group = GROUP_OF_CATEGORY[category[row]!]!
    if (group >= 0) sums[group]! += weight[row]!
  })
  return CATEGORY_GROUPS.map(({ code }, group) => ({ group: code, count: sums[group]! }))
}
