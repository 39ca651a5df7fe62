import { type Box, boxHolds, boxesMeet, type Ring, ringBox } from './ring.ts'

/**
 * A ring cut to a box (Sutherland & Hodgman 1974), on whole numbers.
 *
 * Parts outside the box are projected onto its border, so the result may follow the border twice between two pieces:
 * `cleanPolygon` removes such bridges.
 *
 * @returns the ring itself when it lies in the box; an empty one when it lies outside
 */
export function clipRing(ring: Ring, box: Box): Ring {
  const bounds = ringBox(ring)
  if (boxHolds(box, bounds)) return ring
  if (!boxesMeet(box, bounds)) return []
  let clipped = ring
  if (bounds.minX < box.minX) clipped = clipSide(clipped, 0, box.minX, 1)
  if (bounds.maxX > box.maxX) clipped = clipSide(clipped, 0, box.maxX, -1)
  if (bounds.minY < box.minY) clipped = clipSide(clipped, 1, box.minY, 1)
  if (bounds.maxY > box.maxY) clipped = clipSide(clipped, 1, box.maxY, -1)
  return clipped
}

/** Keeps the part at or beyond `border` in direction `sign` of one axis (0 = x, 1 = y). */
function clipSide(ring: Ring, axis: 0 | 1, border: number, sign: 1 | -1): number[] {
  const out: number[] = []
  const across = 1 - axis
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
    const from = (ring[before + axis]! - border) * sign
    const to = (ring[at + axis]! - border) * sign
    if ((from < 0 && to > 0) || (from > 0 && to < 0)) {
      const start = ring[before + across]!
      const crossing = Math.round(start + ((ring[at + across]! - start) * from) / (from - to))
      if (axis === 0) out.push(border, crossing)
      else out.push(crossing, border)
    }
    if (to >= 0) out.push(ring[at]!, ring[at + 1]!)
  }
  return out
}
