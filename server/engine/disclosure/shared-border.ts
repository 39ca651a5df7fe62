import { squaredDistance } from '../geometry/planar/distance-to-polygon.ts'
import type { PlanarPolygon } from '../geometry/planar/planar-polygon.ts'

/** How one area lies beside another. */
export interface Neighbourhood {
  /** Metres of the first one's outline that run along the second. */
  readonly borderMetres: number
  /** Least distance between the two, metres. */
  readonly distanceMetres: number
}

const STEP_CM = 1000
/** Outlines no further apart than this count as shared. */
const TOLERANCE_CM = 100

/**
 * Measures along the outline of `a`, every ten metres, how near `b` is: outlines need not share vertices. Good to ten
 * metres a stretch, enough to find the longest border.
 */
export function neighbourhood(a: PlanarPolygon, b: PlanarPolygon): Neighbourhood {
  let border = 0
  let nearest = Infinity
  for (let e = 0; e < a.edges; e++) {
    const [dx, dy] = [a.bx[e]! - a.ax[e]!, a.by[e]! - a.ay[e]!]
    const length = Math.hypot(dx, dy)
    const steps = Math.max(1, Math.round(length / STEP_CM))
    for (let step = 0; step < steps; step++) {
      const along = (step + 0.5) / steps
      const square = squaredDistance(b, a.ax[e]! + dx * along, a.ay[e]! + dy * along)
      if (square <= TOLERANCE_CM ** 2) border += length / steps
      if (square < nearest) nearest = square
    }
  }
  return { borderMetres: border / 100, distanceMetres: Math.sqrt(nearest) / 100 }
}
