import { areaOf, type PlanarPolygon, planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../engine/geometry/planar/scanline-area.ts'
import type { RecentCheck } from './recent-checks.ts'
import { LEAST_RING_METRES } from '../platform/access/staff-limits.ts'
import type { Zone } from '../engine/time/zone.ts'
import { overlap, type Period, yearEarlier } from '../engine/time/periods.ts'

/** Share of the smaller footprint that two have in common from which on one repeats the other. */
const LEAST_SHARE = 0.5
const SQUARE_CM_A_M2 = 10_000

/**
 * Whether two different questions are so alike that the difference of their answers would tell of a small area or a short
 * time: footprints that mostly cover each other, asked of times that overlap; or the same footprint with other times that
 * overlap, or with rings that end close to each other. A check tells of its period and of the same a year earlier.
 */
export function nearlyRepeats(a: RecentCheck, b: RecentCheck, zone: Zone): boolean {
  if (!spansOf(a, zone).some((one) => spansOf(b, zone).some((other) => overlap(one, other)))) return false
  const [first, second] = [planarPolygon(a.planar), planarPolygon(b.planar)]
  if (!mostlyCover(first, second)) return false
  if (JSON.stringify(a.planar) !== JSON.stringify(b.planar)) return true
  return differInTime(a, b, zone) || differInRings(a, b)
}

function spansOf({ fromMinute, toMinute }: RecentCheck, zone: Zone): readonly Period[] {
  const period: Period = [fromMinute, toMinute]
  return [period, yearEarlier(zone, period)]
}

function differInTime(a: RecentCheck, b: RecentCheck, zone: Zone): boolean {
  return spansOf(a, zone).some((one) =>
    spansOf(b, zone).some((other) => overlap(one, other) && (one[0] !== other[0] || one[1] !== other[1])),
  )
}

function differInRings(a: RecentCheck, b: RecentCheck): boolean {
  const radii = [0, ...a.ringMetres]
  return [0, ...b.ringMetres].some((radius) =>
    radii.some((other) => radius !== other && Math.abs(radius - other) < LEAST_RING_METRES),
  )
}

function mostlyCover(a: PlanarPolygon, b: PlanarPolygon): boolean {
  const least = LEAST_SHARE * Math.min(areaOf(a), areaOf(b))
  return boxesShareM2(a, b) >= least && regionArea(intersection(polygonRegion(a), polygonRegion(b))) >= least
}

/** What the boxes have in common: no polygons share more, and it costs nothing. */
function boxesShareM2({ box: a }: PlanarPolygon, { box: b }: PlanarPolygon): number {
  const width = Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
  const height = Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
  return (Math.max(0, width) * Math.max(0, height)) / SQUARE_CM_A_M2
}
