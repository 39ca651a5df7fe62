import { isSimple, ringWithin, signedArea } from './ring.ts'
import { add, cross, direction, dot, leftOf, type Ring, scale, subtract, type Vec } from './vector.ts'

/** One side of a polygon moved inwards, as a point and a direction. */
interface Side {
  readonly at: Vec
  readonly along: Vec
}

/**
 * A counter-clockwise ring with every side moved inwards by its own width. Sides that vanish on the way are left out.
 *
 * @param widths metres for the side from point k to k+1
 * @returns null when nothing sound is left
 */
export function insetRing(ring: Ring, widths: readonly number[]): Ring | null {
  let sides: readonly Side[] = ring.map((p, k) => {
    const along = direction(p, ring[(k + 1) % ring.length]!)
    return { at: add(p, scale(leftOf(along), widths[k]!)), along }
  })
  for (let round = 0; round < ring.length; round++) {
    const corners = sides.map((side, k) => meet(sides[(k + sides.length - 1) % sides.length]!, side))
    const sound = sides.filter(
      (side, k) => dot(subtract(corners[(k + 1) % sides.length]!, corners[k]!), side.along) > 0.05,
    )
    if (sound.length < 3) return null
    if (sound.length === sides.length) return accepted(corners, ring)
    sides = sound
  }
  return null
}

/** A ring with all sides moved inwards by one width. */
export const insetEvenly = (ring: Ring, width: number): Ring | null =>
  insetRing(
    ring,
    ring.map(() => width),
  )

function accepted(corners: Ring, ring: Ring): Ring | null {
  return signedArea(corners) > 1 && isSimple(corners) && ringWithin(corners, ring) ? corners : null
}

/** Where two moved sides meet; for nearly parallel ones the foot between them. */
function meet(a: Side, b: Side): Vec {
  const denominator = cross(a.along, b.along)
  if (Math.abs(denominator) < 1e-3) return b.at
  const t = cross(subtract(b.at, a.at), b.along) / denominator
  return add(a.at, scale(a.along, t))
}
