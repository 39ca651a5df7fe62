import type { PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import { CATEGORY_GROUPS, GROUP_OF_CATEGORY } from '../engine/snapshot/categories.ts'
import { type LocatedSegment, type RowQuery, visitRows } from '../engine/statistics/rows-in-zones.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { isUnitPosition } from '../engine/units/unit-position.ts'
import type { ExactCount } from './check-response.ts'

/**
 * Incidents inside the drawn line itself, by group: for audiences that see rows; never part of the evidence. Null
 * where the line cuts cells known only as sums.
 */
export function exactCounts(
  segments: readonly LocatedSegment[],
  polygon: PlanarPolygon,
  query: RowQuery,
): readonly ExactCount[] | null {
  const sums = new Float64Array(CATEGORY_GROUPS.length)
  let unknown = false
  visitRows(segments, createZoneLocator(polygon, [UNIT_EDGE + 1]), query, (columns, row, zone) => {
    unknown ||= isUnitPosition(columns.xCm[row]!, columns.yCm[row]!)
    const group = GROUP_OF_CATEGORY[columns.category[row]!]!
    if (zone === 0 && group >= 0) sums[group]! += columns.weight[row]!
  })
  if (unknown) return null
  return CATEGORY_GROUPS.map(({ code }, group) => ({ group: code, count: sums[group]! }))
}
