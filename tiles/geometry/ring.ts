/** A closed ring as flat coordinates x0, y0, x1, y1, …; the last point is not the first again. */
export type Ring = readonly number[]

/** A box in the same plane, borders included. */
export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/**
 * Twice the signed area of a ring (surveyor's formula): positive for an exterior ring as MVT orders it, y growing
 * downwards.
 */
export function doubledArea(ring: Ring): number {
  let sum = 0
  let x1 = ring[ring.length - 2]!
  let y1 = ring[ring.length - 1]!
  for (let at = 0; at < ring.length; at += 2) {
    const x2 = ring[at]!
    const y2 = ring[at + 1]!
    sum += x1 * y2 - x2 * y1
    x1 = x2
    y1 = y2
  }
  return sum
}

/** The smallest box that holds a ring, which has at least one point. */
export function ringBox(ring: Ring): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < ring.length; at += 2) {
    const x = ring[at]!
    const y = ring[at + 1]!
    if (x < minX) minX = x
    if (x > maxX) maxX = x
    if (y < minY) minY = y
    if (y > maxY) maxY = y
  }
  return { minX, minY, maxX, maxY }
}

/** Whether two boxes have a point in common, be it on their borders. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY
}

/** Whether `outer` holds the whole of `inner`, borders included. */
export function boxHolds(outer: Box, inner: Box): boolean {
  return (
    outer.minX <= inner.minX &&
    outer.minY <= inner.minY &&
    outer.maxX >= inner.maxX &&
    outer.maxY >= inner.maxY
  )
}

/** Whether a point that is not on the ring lies inside it (even–odd). */
export function ringHolds(ring: Ring, x: number, y: number): boolean {
  let inside = false
  let x1 = ring[ring.length - 2]!
  let y1 = ring[ring.length - 1]!
  for (let at = 0; at < ring.length; at += 2) {
    const x2 = ring[at]!
    const y2 = ring[at + 1]!
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside
    x1 = x2
    y1 = y2
  }
  return inside
}
