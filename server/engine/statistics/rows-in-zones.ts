import {
  type IncidentColumns,
  type IncidentSegment,
  isDead,
  type RowRange,
} from '../snapshot/incident-columns.ts'
import { inScope, type RowScope } from '../snapshot/row-scope.ts'
import type { Box } from '../geometry/planar/planar-polygon.ts'
import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'

/** A segment that finds the rows near a box. */
export interface LocatedSegment extends IncidentSegment {
  rangesInPlane(box: Box): readonly RowRange[]
}

/** Which rows are read. */
export interface RowQuery {
  /** [from, to), minutes since 1970 UTC. */
  readonly period: readonly [from: number, to: number]
  readonly scope: RowScope
}

/** Calls back with every incident that began in a period in one of the zones. Touches only rows near them. */
export function visitRows(
  segments: readonly LocatedSegment[],
  locator: ZoneLocator,
  { period: [first, end], scope }: RowQuery,
  visit: (columns: IncidentColumns, row: number, zone: number) => void,
): void {
  for (const segment of segments) {
    const { columns, dead } = segment
    const { xCm, yCm, fromMinute } = columns
    for (const range of segment.rangesInPlane(locator.box)) {
      for (let row = range.start; row < range.end; row++) {
        const from = fromMinute[row]!
        if (from < first || from >= end || !inScope(scope, columns, row) || isDead(dead, row)) continue
        const zone = locator.zoneAt(xCm[row]!, yCm[row]!)
        if (zone >= 0) visit(columns, row, zone)
      }
    }
  }
}
