import type { Position } from 'geojson'

/** The convex hull of some positions as a closed ring, anticlockwise (Andrew 1979). */
export function convexHull(positions: readonly Position[]): Position[] {
  const sorted = [...positions].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]!)
  const lower = chain(sorted)
  const upper = chain(sorted.reverse())
  const ring = [...lower.slice(0, -1), ...upper.slice(0, -1)]
  return ring.length === 0 ? ring : [...ring, ring[0]!]
}

/** The positions that turn left, from the first to the last. */
function chain(sorted: readonly Position[]): Position[] {
  const kept: Position[] = []
  for (const position of sorted) {
    while (kept.length >= 2 && turn(kept.at(-2)!, kept.at(-1)!, position) <= 0) kept.pop()
    kept.push(position)
  }
  return kept
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!)
}
