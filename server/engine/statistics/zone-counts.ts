import { CATEGORIES } from '../snapshot/categories.ts'
import {
  type IncidentColumns,
  type IncidentSegment,
  isDead,
  type RowRange,
} from '../snapshot/incident-columns.ts'
import { inScope, type RowScope } from '../snapshot/row-scope.ts'
import type { Box } from '../geometry/planar/planar-polygon.ts'
import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'

/** A segment that can name the rows near a box. */
export interface LocatedSegment extends IncidentSegment {
  rangesInPlane(box: Box): readonly RowRange[]
}

/** What is counted: two periods, and a series of steps for the spread of the counts. Minutes since 1970 UTC. */
export interface ZoneCountQuery {
  /** [from, to) of the period. */
  readonly period: readonly [from: number, to: number]
  /** [from, to) of the period that it is compared with. */
  readonly earlier: readonly [from: number, to: number]
  /** Ascending borders of the steps of the series. */
  readonly stepBorders: Int32Array
  readonly scope: RowScope
}

/** Weighted counts in dense arrays, category fastest: index = (zone · CATEGORIES.length) + category. */
export interface ZoneCounts {
  readonly zones: number
  readonly period: Float64Array
  readonly earlier: Float64Array
  /** One such block a step: index = ((step · zones) + zone) · CATEGORIES.length + category. */
  readonly series: Float64Array
  /** Incidents of the period in the footprint and the first ring, for profiles: parallel columns. */
  readonly local: LocalIncidents
}

export interface LocalIncidents {
  readonly fromMinute: readonly number[]
  readonly toMinute: readonly number[]
  readonly category: readonly number[]
  readonly weight: readonly number[]
}

interface Tally extends ZoneCounts {
  readonly local: { fromMinute: number[]; toMinute: number[]; category: number[]; weight: number[] }
}

/**
 * Counts incidents by the instant at which they began, by category, in every zone. Touches only rows near the zones.
 */
export function zoneCounts(
  segments: readonly LocatedSegment[],
  locator: ZoneLocator,
  query: ZoneCountQuery,
): ZoneCounts {
  const block = locator.zones * CATEGORIES.length
  const tally: Tally = {
    zones: locator.zones,
    period: new Float64Array(block),
    earlier: new Float64Array(block),
    series: new Float64Array(block * Math.max(0, query.stepBorders.length - 1)),
    local: { fromMinute: [], toMinute: [], category: [], weight: [] },
  }
  for (const segment of segments) {
    for (const range of segment.rangesInPlane(locator.box)) {
      countRange(segment, range, locator, query, tally)
    }
  }
  return tally
}

function countRange(
  segment: IncidentSegment,
  range: RowRange,
  locator: ZoneLocator,
  query: ZoneCountQuery,
  tally: Tally,
): void {
  const { columns, dead } = segment
  const { xCm, yCm, fromMinute } = columns
  const { minX, minY, maxX, maxY } = locator.box
  const earliest = Math.min(query.earlier[0], query.period[0], query.stepBorders[0] ?? Infinity)
  const latest = Math.max(query.earlier[1], query.period[1], query.stepBorders.at(-1) ?? -Infinity)
  for (let row = range.start; row < range.end; row++) {
    const from = fromMinute[row]!
    if (from < earliest || from >= latest) continue
    const x = xCm[row]!
    const y = yCm[row]!
    if (x < minX || x > maxX || y < minY || y > maxY) continue
    if (!inScope(query.scope, columns, row) || isDead(dead, row)) continue
    const zone = locator.zoneAt(x, y)
    if (zone >= 0) add(columns, row, zone, query, tally)
  }
}

function add(columns: IncidentColumns, row: number, zone: number, query: ZoneCountQuery, tally: Tally): void {
  const from = columns.fromMinute[row]!
  const category = columns.category[row]!
  const weight = columns.weight[row]!
  const index = zone * CATEGORIES.length + category
  if (from >= query.earlier[0] && from < query.earlier[1]) tally.earlier[index]! += weight
  if (from >= query.period[0] && from < query.period[1]) {
    tally.period[index]! += weight
    if (zone <= 1) {
      tally.local.fromMinute.push(from)
      tally.local.toMinute.push(columns.toMinute[row]!)
      tally.local.category.push(category)
      tally.local.weight.push(weight)
    }
  }
  const step = stepOf(query.stepBorders, from)
  if (step >= 0) tally.series[step * tally.zones * CATEGORIES.length + index]! += weight
}

/** The step whose [border, next border) holds a minute, −1 when none does. */
function stepOf(borders: Int32Array, minute: number): number {
  if (borders.length < 2 || minute < borders[0]! || minute >= borders.at(-1)!) return -1
  let low = 0
  let high = borders.length - 2
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (borders[middle]! <= minute) low = middle
    else high = middle - 1
  }
  return low
}
