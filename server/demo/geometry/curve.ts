import { between, distance, type Line, nearestOnSegment, type Ring, type Vec } from './vector.ts'

/**
 * A smooth curve through the given points (Catmull & Rom 1974), sampled about every `stepMetres`.
 * Two points give a straight line.
 */
export function splineThrough(points: Line, stepMetres: number): Line {
  if (points.length === 2) return points
  const curve: Vec[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const [p1, p2] = [points[i]!, points[i + 1]!]
    const p0 = points[i - 1] ?? reflect(p1, p2)
    const p3 = points[i + 2] ?? reflect(p2, p1)
    const steps = Math.max(1, Math.round(distance(p1, p2) / stepMetres))
    for (let k = 0; k < steps; k++) curve.push(catmullRom(p0, p1, p2, p3, k / steps))
  }
  return [...curve, points.at(-1)!]
}

/** A smooth closed curve through the given points. */
export function closedSplineThrough(points: Ring, stepMetres: number): Ring {
  const n = points.length
  const curve: Vec[] = []
  for (let i = 0; i < n; i++) {
    const [p0, p1, p2, p3] = [
      points[(i + n - 1) % n]!,
      points[i]!,
      points[(i + 1) % n]!,
      points[(i + 2) % n]!,
    ]
    const steps = Math.max(1, Math.round(distance(p1, p2) / stepMetres))
    for (let k = 0; k < steps; k++) curve.push(catmullRom(p0, p1, p2, p3, k / steps))
  }
  return curve
}

const reflect = (p: Vec, q: Vec): Vec => [2 * p[0] - q[0], 2 * p[1] - q[1]]

function catmullRom(p0: Vec, p1: Vec, p2: Vec, p3: Vec, t: number): Vec {
  const axis = (a: number, b: number, c: number, d: number) =>
    0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
  return [axis(p0[0], p1[0], p2[0], p3[0]), axis(p0[1], p1[1], p2[1], p3[1])]
}

/** Fewer points, none further than the tolerance from the new line (Douglas & Peucker 1973). The ends stay. */
export function simplifyLine(line: Line, toleranceMetres: number): Line {
  const keep = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [first, last] = range
    const far = farthest(line, first, last)
    if (far.distance <= toleranceMetres) continue
    keep.add(far.index)
    open.push([first, far.index], [far.index, last])
  }
  return line.filter((_, index) => keep.has(index))
}

function farthest(line: Line, first: number, last: number): { index: number; distance: number } {
  let best = { index: first, distance: 0 }
  for (let i = first + 1; i < last; i++) {
    const off = nearestOnSegment(line[i]!, line[first]!, line[last]!).distance
    if (off > best.distance) best = { index: i, distance: off }
  }
  return best
}

/** A ring of fewer points; keeps at least a triangle. */
export function simplifyRing(ring: Ring, toleranceMetres: number): Ring {
  const half = Math.floor(ring.length / 2)
  const first = simplifyLine(ring.slice(0, half + 1), toleranceMetres)
  const second = simplifyLine([...ring.slice(half), ring[0]!], toleranceMetres)
  const simple = [...first, ...second.slice(1, -1)]
  return simple.length < 3 ? ring : simple
}

/** Points along a line: the first `startMetres` from its beginning, then every `stepMetres`. */
export function pointsAlong(
  line: Line,
  stepMetres: number,
  startMetres: number,
): { at: Vec; from: Vec; to: Vec }[] {
  const points: { at: Vec; from: Vec; to: Vec }[] = []
  let next = startMetres
  let walked = 0
  for (let i = 1; i < line.length; i++) {
    const [from, to] = [line[i - 1]!, line[i]!]
    const size = distance(from, to)
    for (; next <= walked + size; next += stepMetres) {
      points.push({ at: between(from, to, size === 0 ? 0 : (next - walked) / size), from, to })
    }
    walked += size
  }
  return points
}

/** The line with points added so that none is further than about `stepMetres` from the next. */
export function resampled(line: Line, stepMetres: number): Line {
  const points: Vec[] = [line[0]!]
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const steps = Math.max(1, Math.round(distance(a, b) / stepMetres))
    for (let k = 1; k <= steps; k++) points.push(between(a, b, k / steps))
  }
  return points
}
