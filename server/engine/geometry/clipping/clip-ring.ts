/** A ring as x, y, x, y, …; not closed: the last point is joined to the first. */
export type FlatRing = readonly number[]

/**
 * The part of a ring in the half-plane a·x + b·y ≤ c (Sutherland & Hodgman 1974). Stretches outside are replaced by
 * their projection on the border, so the winding number of every point within the half-plane stays as it was, and so
 * does the signed area, for any ring.
 */
function clipToHalfPlane(ring: FlatRing, a: number, b: number, c: number): FlatRing {
  const clipped: number[] = []
  let x0 = ring[ring.length - 2]!
  let y0 = ring[ring.length - 1]!
  let beyond0 = a * x0 + b * y0 - c
  for (let k = 0; k < ring.length; k += 2) {
    const x1 = ring[k]!
    const y1 = ring[k + 1]!
    const beyond1 = a * x1 + b * y1 - c
    if (beyond0 > 0 !== beyond1 > 0) {
      const t = beyond0 / (beyond0 - beyond1)
      clipped.push(x0 + t * (x1 - x0), y0 + t * (y1 - y0))
    }
    if (beyond1 <= 0) clipped.push(x1, y1)
    x0 = x1
    y0 = y1
    beyond0 = beyond1
  }
  return clipped
}

/** The part of a ring in a rectangle: see `clipToHalfPlane`. */
export function clipToRectangle(ring: FlatRing, { minX, minY, maxX, maxY }: Rectangle): FlatRing {
  const box = boundsOf(ring)
  if (box.maxX <= minX || box.minX >= maxX || box.maxY <= minY || box.minY >= maxY) return []
  let clipped = ring
  if (box.minX < minX) clipped = clipToHalfPlane(clipped, -1, 0, -minX)
  if (box.maxX > maxX && clipped.length > 0) clipped = clipToHalfPlane(clipped, 1, 0, maxX)
  if (box.minY < minY && clipped.length > 0) clipped = clipToHalfPlane(clipped, 0, -1, -minY)
  if (box.maxY > maxY && clipped.length > 0) clipped = clipToHalfPlane(clipped, 0, 1, maxY)
  return clipped
}

/** The part of a ring in a convex polygon whose corners go anticlockwise. */
export function clipToConvex(ring: FlatRing, corners: readonly (readonly [number, number])[]): FlatRing {
  let clipped = ring
  for (let k = 0; k < corners.length && clipped.length > 0; k++) {
    const [x0, y0] = corners[k]!
    const [x1, y1] = corners[(k + 1) % corners.length]!
    const a = y1 - y0
    const b = x0 - x1
    clipped = clipToHalfPlane(clipped, a, b, a * x0 + b * y0)
  }
  return clipped
}

export interface Rectangle {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

export function boundsOf(ring: FlatRing): Rectangle {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let k = 0; k < ring.length; k += 2) {
    minX = Math.min(minX, ring[k]!)
    maxX = Math.max(maxX, ring[k]!)
    minY = Math.min(minY, ring[k + 1]!)
    maxY = Math.max(maxY, ring[k + 1]!)
  }
  return { minX, minY, maxX, maxY }
}

/** Signed area of a ring, positive when it goes anticlockwise (shoelace formula). */
export function signedArea(ring: FlatRing): number {
  if (ring.length < 6) return 0
  const [originX, originY] = [ring[0]!, ring[1]!]
  let doubled = 0
  for (let k = 2; k + 3 < ring.length; k += 2) {
    doubled +=
      (ring[k]! - originX) * (ring[k + 3]! - originY) - (ring[k + 2]! - originX) * (ring[k + 1]! - originY)
  }
  return doubled / 2
}
