import {
  cross,
  distance,
  nearestOnSegment,
  type Ring,
  segmentCrossing,
  subtract,
  type Vec,
} from './vector.ts'

export interface Box {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A polygon: its border and its holes. */
export interface Shape {
  readonly outer: Ring
  readonly holes: readonly Ring[]
}

/** Area in m², positive when counter-clockwise. */
export function signedArea(ring: Ring): number {
  let sum = 0
  const origin = ring[0]!
  for (let i = 1; i + 1 < ring.length; i++) {
    sum += cross(subtract(ring[i]!, origin), subtract(ring[i + 1]!, origin))
  }
  return sum / 2
}

export function shapeArea(shape: Shape): number {
  return shape.holes.reduce(
    (sum, hole) => sum - Math.abs(signedArea(hole)),
    Math.abs(signedArea(shape.outer)),
  )
}

export function perimeter(ring: Ring): number {
  return ring.reduce((sum, p, i) => sum + distance(p, ring[(i + 1) % ring.length]!), 0)
}

export function boxOf(points: readonly Vec[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    minX = Math.min(minX, x)
    minY = Math.min(minY, y)
    maxX = Math.max(maxX, x)
    maxY = Math.max(maxY, y)
  }
  return { minX, minY, maxX, maxY }
}

export const inBox = ([x, y]: Vec, box: Box): boolean =>
  x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY

/** Even-odd rule. */
export function inRing([x, y]: Vec, ring: Ring): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!
    const [bx, by] = ring[j]!
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

export function inShape(p: Vec, shape: Shape): boolean {
  return inRing(p, shape.outer) && !shape.holes.some((hole) => inRing(p, hole))
}

export function distanceToRing(p: Vec, ring: Ring): number {
  let minimum = Infinity
  for (let i = 0; i < ring.length; i++) {
    minimum = Math.min(minimum, nearestOnSegment(p, ring[i]!, ring[(i + 1) % ring.length]!).distance)
  }
  return minimum
}

/** True when no two sides that are not neighbours touch. Quadratic: for the small rings of blocks and buildings. */
export function isSimple(ring: Ring): boolean {
  const n = ring.length
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue
      if (segmentCrossing(ring[i]!, ring[i + 1]!, ring[j]!, ring[(j + 1) % n]!) !== null) return false
    }
  }
  return true
}

/** True when the two borders cross anywhere. */
function ringsCross(a: Ring, b: Ring): boolean {
  for (let i = 0; i < a.length; i++) {
    const a1 = a[(i + 1) % a.length]!
    for (let j = 0; j < b.length; j++) {
      if (segmentCrossing(a[i]!, a1, b[j]!, b[(j + 1) % b.length]!) !== null) return true
    }
  }
  return false
}

/** True when ring `inner` lies wholly inside `outer`. */
export function ringWithin(inner: Ring, outer: Ring): boolean {
  return inRing(inner[0]!, outer) && !ringsCross(inner, outer)
}

/** The area's centre of gravity; may lie outside a bent polygon. */
function centroid(ring: Ring): Vec {
  const origin = ring[0]!
  let [sum, x, y] = [0, 0, 0]
  for (let i = 1; i + 1 < ring.length; i++) {
    const a = subtract(ring[i]!, origin)
    const b = subtract(ring[i + 1]!, origin)
    const twice = cross(a, b)
    sum += twice
    x += (a[0] + b[0]) * twice
    y += (a[1] + b[1]) * twice
  }
  return sum === 0 ? origin : [origin[0] + x / (3 * sum), origin[1] + y / (3 * sum)]
}

/** A point well inside: the centroid when it is inside, else the middle of the widest chord at its height. */
export function pointInside(shape: Shape): Vec {
  const centre = centroid(shape.outer)
  if (inShape(centre, shape)) return centre
  const y = centre[1] + 1e-4
  const crossings = [shape.outer, ...shape.holes]
    .flatMap((ring) => crossingsAt(ring, y))
    .sort((a, b) => a - b)
  let best: Vec = shape.outer[0]!
  let width = 0
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const gap = crossings[i + 1]! - crossings[i]!
    if (gap > width) [best, width] = [[(crossings[i]! + crossings[i + 1]!) / 2, y], gap]
  }
  return best
}

function crossingsAt(ring: Ring, y: number): number[] {
  const xs: number[] = []
  for (let i = 0; i < ring.length; i++) {
    const a = ring[i]!
    const b = ring[(i + 1) % ring.length]!
    if (a[1] > y !== b[1] > y) xs.push(a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]))
  }
  return xs
}
