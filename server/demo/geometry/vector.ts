/** A position or direction, metres, x east and y north of the city's origin. */
export type Vec = readonly [x: number, y: number]

/** A polyline, at least two points. */
export type Line = readonly Vec[]

/** A polygon's border without the repeated first point; counter-clockwise unless it is a hole. */
export type Ring = readonly Vec[]

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1]]
export const subtract = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1]]
export const scale = (a: Vec, factor: number): Vec => [a[0] * factor, a[1] * factor]
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1]
/** z of the cross product: positive when b lies to the left of a. */
export const cross = (a: Vec, b: Vec): number => a[0] * b[1] - a[1] * b[0]
const length = (a: Vec): number => Math.sqrt(a[0] * a[0] + a[1] * a[1])
export const distance = (a: Vec, b: Vec): number => length(subtract(a, b))
/** A quarter turn to the left. */
export const leftOf = (a: Vec): Vec => [-a[1], a[0]]

/** The point at share t of the way from a to b. */
export const between = (a: Vec, b: Vec, t: number): Vec => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]

/** The direction from a to b with length 1; east when they coincide. */
export function direction(a: Vec, b: Vec): Vec {
  const d = subtract(b, a)
  const size = length(d)
  return size === 0 ? [1, 0] : scale(d, 1 / size)
}

/** Turned counter-clockwise by an angle in degrees. */
export function rotate([x, y]: Vec, degrees: number): Vec {
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  return [x * cos - y * sin, x * sin + y * cos]
}

/** The point of segment ab nearest to p: its share t of the way (0–1) and its distance. */
export function nearestOnSegment(p: Vec, a: Vec, b: Vec): { readonly t: number; readonly distance: number } {
  const ab = subtract(b, a)
  const squared = dot(ab, ab)
  const t = squared === 0 ? 0 : Math.min(1, Math.max(0, dot(subtract(p, a), ab) / squared))
  return { t, distance: distance(p, between(a, b, t)) }
}

/** Where segments ab and cd cross as shares along each, or null when they do not (or are parallel). */
export function segmentCrossing(
  a: Vec,
  b: Vec,
  c: Vec,
  d: Vec,
): { readonly t: number; readonly s: number } | null {
  const ab = subtract(b, a)
  const cd = subtract(d, c)
  const denominator = cross(ab, cd)
  if (Math.abs(denominator) < 1e-9) return null
  const ac = subtract(c, a)
  const t = cross(ac, cd) / denominator
  const s = cross(ac, ab) / denominator
  return t >= 0 && t <= 1 && s >= 0 && s <= 1 ? { t, s } : null
}

/** Length of a polyline in metres. */
export function lineLength(line: Line): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!)
  return sum
}
