import type { Position } from 'geojson'
import { featureCollection, polygon, union } from '@turf/turf'

/** Polygons as nested positions, as in a MultiPolygon. */
export type Polygons = readonly (readonly (readonly Position[])[])[]

/** Rings without repeated positions; rings that are left with no area are dropped, and polygons with no shell. */
export function withoutRepeats(polygons: Polygons): Position[][][] {
  return polygons
    .map((rings) => rings.map(distinctRing))
    .filter((rings) => rings[0]!.length >= 4)
    .map((rings) => rings.filter((ring) => ring.length >= 4))
}

function distinctRing(ring: readonly Position[]): Position[] {
  const kept = ring.filter((p, k) => k === 0 || p[0] !== ring[k - 1]![0] || p[1] !== ring[k - 1]![1])
  const first = kept[0]
  if (first === undefined || kept.length < 3) return []
  const last = kept.at(-1)!
  return last[0] === first[0] && last[1] === first[1] ? kept : [...kept, first]
}

/**
 * How many pairs of edges cross or run along each other, within a ring or between rings.
 *
 * @param enough the count stops here: two thousand edges can cross a million times
 */
export function countConflicts(polygons: Polygons, enough: number): number {
  const edges = polygons
    .flatMap((rings) => rings.flatMap((ring) => ring.slice(1).map((b, k) => edgeOf(ring[k]!, b))))
    .sort((e, f) => e.minX - f.minX)
  let found = 0
  for (const [n, e] of edges.entries()) {
    for (let k = n + 1; k < edges.length && edges[k]!.minX <= e.maxX; k++) {
      if (!conflict(e.a, e.b, edges[k]!.a, edges[k]!.b)) continue
      found++
      if (found >= enough) return found
    }
  }
  return found
}

function edgeOf(a: Position, b: Position) {
  return { a, b, minX: Math.min(a[0]!, b[0]!), maxX: Math.max(a[0]!, b[0]!) }
}

function conflict(a: Position, b: Position, c: Position, d: Position): boolean {
  if (Math.max(a[0]!, b[0]!) < Math.min(c[0]!, d[0]!) || Math.max(c[0]!, d[0]!) < Math.min(a[0]!, b[0]!))
    return false
  if (Math.max(a[1]!, b[1]!) < Math.min(c[1]!, d[1]!) || Math.max(c[1]!, d[1]!) < Math.min(a[1]!, b[1]!))
    return false
  const sides = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (sides.every((s) => s === 0)) return overlapAlong(a, b, c, d)
  return sides[0]! * sides[1]! < 0 && sides[2]! * sides[3]! < 0
}

function side(a: Position, b: Position, p: Position): number {
  return Math.sign(
    Math.round((b[0]! - a[0]!) * 100) * Math.round((p[1]! - a[1]!) * 100) -
      Math.round((b[1]! - a[1]!) * 100) * Math.round((p[0]! - a[0]!) * 100),
  )
}

/** Whether two edges of one line share more than a point. */
function overlapAlong(a: Position, b: Position, c: Position, d: Position): boolean {
  const axis = Math.abs(b[0]! - a[0]!) >= Math.abs(b[1]! - a[1]!) ? 0 : 1
  const from = Math.max(Math.min(a[axis]!, b[axis]!), Math.min(c[axis]!, d[axis]!))
  const to = Math.min(Math.max(a[axis]!, b[axis]!), Math.max(c[axis]!, d[axis]!))
  return to > from
}

/** The plane covered by the polygons as clean, disjoint polygons; empty when nothing is left. */
export function repaired(polygons: Polygons): Position[][][] {
  const parts = polygons.map((rings) => polygon(rings.map((ring) => ring.map((p) => [...p]))))
  const whole = union(featureCollection(parts.length === 1 ? [parts[0]!, parts[0]!] : parts))
  if (whole === null) return []
  return whole.geometry.type === 'Polygon' ? [whole.geometry.coordinates] : whole.geometry.coordinates
}
