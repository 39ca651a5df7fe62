import { closedSplineThrough, resampled, simplifyRing, splineThrough } from '../geometry/curve.ts'
import { type Field, fractal } from '../geometry/noise.ts'
import {
  add,
  between,
  direction,
  distance,
  leftOf,
  rotate,
  type Ring,
  scale,
  type Vec,
} from '../geometry/vector.ts'
import type { Islet, ShorePoint } from '../plan/shore.ts'

const STEP_METRES = 18
const ROUGH_WAVELENGTH_METRES = 420
const TOLERANCE_METRES = 1

/** A shore point on its way to the finished line. */
interface Traced {
  readonly at: Vec
  readonly roughness: number
}

/** The ring of a hand-drawn shore: smooth where it is built, weathered where it is natural, sharp at quays. */
export function traceShore(points: readonly ShorePoint[], field: Field): Ring {
  const traced = runsBetweenCorners(points).flatMap(traceRun)
  return simplifyRing(
    traced.map((point, k) => weather(point, k, traced, field)),
    TOLERANCE_METRES,
  )
}

/** Cuts the closed outline at its quay corners; each run begins and ends at one. */
function runsBetweenCorners(points: readonly ShorePoint[]): (readonly ShorePoint[])[] {
  const first = points.findIndex((p) => p.corner)
  if (first < 0) return [points]
  const ordered = [...points.slice(first), ...points.slice(0, first), points[first]!]
  const runs: ShorePoint[][] = []
  for (const point of ordered) {
    runs.at(-1)?.push(point)
    if (point.corner) runs.push([point])
  }
  return runs.slice(0, -1)
}

function traceRun(run: readonly ShorePoint[]): Traced[] {
  const corners = run.map((p) => p.at)
  const closed = !run[0]!.corner
  const line = closed
    ? closedSplineThrough(corners, STEP_METRES)
    : resampled(splineThrough(corners, STEP_METRES), STEP_METRES)
  const points = line.map((at) => ({ at, roughness: roughnessAt(at, run, closed) }))
  return closed ? points : points.slice(0, -1)
}

/** Roughness between two points of the plan changes evenly. */
function roughnessAt(at: Vec, run: readonly ShorePoint[], closed: boolean): number {
  const byDistance = [...run].map((p) => ({ p, d: distance(p.at, at) })).sort((x, y) => x.d - y.d)
  const [near, next] = [byDistance[0]!, byDistance[1]!]
  const share = next.d + near.d === 0 ? 0 : near.d / (near.d + next.d)
  const blended = near.p.roughness * (1 - share) + next.p.roughness * share
  return closed
    ? blended
    : blended * Math.min(1, distance(at, run[0]!.at) / 60, distance(at, run.at(-1)!.at) / 60)
}

function weather(point: Traced, k: number, traced: readonly Traced[], field: Field): Vec {
  if (point.roughness === 0) return point.at
  const before = traced[(k + traced.length - 1) % traced.length]!.at
  const after = traced[(k + 1) % traced.length]!.at
  const outwards = scale(leftOf(direction(before, after)), -1)
  return add(
    point.at,
    scale(outwards, fractal(field, point.at, ROUGH_WAVELENGTH_METRES, 4) * point.roughness),
  )
}

/** The ring of a small island. */
export function traceIslet(islet: Islet, field: Field): Ring {
  const steps = Math.max(24, Math.round((islet.radiusMetres * 6) / 12))
  const ring = Array.from({ length: steps }, (_, k): Vec => {
    const spoke = rotate([1, 0], (360 * k) / steps)
    const reach =
      islet.radiusMetres * (1 + 0.32 * fractal(field, add(islet.centre, scale(spoke, 90)), 110, 3))
    const flat: Vec = [
      spoke[0] * reach * Math.sqrt(islet.stretch),
      (spoke[1] * reach) / Math.sqrt(islet.stretch),
    ]
    return add(islet.centre, rotate(flat, islet.angleDegrees))
  })
  return simplifyRing(chaikin(ring), TOLERANCE_METRES)
}

/** Cuts every corner once (Chaikin 1974). */
function chaikin(ring: Ring): Ring {
  return ring.flatMap((p, k) => {
    const q = ring[(k + 1) % ring.length]!
    return [between(p, q, 0.25), between(p, q, 0.75)]
  })
}
