import { doubledArea, type Ring, ringHolds } from '../../../tiles/geometry/ring.ts'

/**
 * The problems of a polygon of whole-number rings; empty when valid. Compares every segment with every other,
 * independently of the code under test.
 *
 * Rules: at least three points a ring; no point twice in a ring; no segments of a ring or of two rings cross or
 * overlap; the exterior has positive area, holes negative; holes lie in the exterior and not in each other.
 */
export function polygonProblems(rings: readonly Ring[]): string[] {
  const problems: string[] = []
  rings.forEach((ring, index) => {
    if (ring.length < 6) problems.push(`ring ${index} has ${ring.length / 2} points`)
    const points = new Set<string>()
    for (let at = 0; at < ring.length; at += 2) points.add(`${ring[at]},${ring[at + 1]}`)
    if (points.size !== ring.length / 2) problems.push(`ring ${index} comes to a point twice`)
    const area = doubledArea(ring)
    if (index === 0 ? !(area > 0) : !(area < 0)) problems.push(`ring ${index} has area ${area / 2}`)
  })
  const segments = rings.flatMap(segmentsOf)
  for (let a = 0; a < segments.length; a++) {
    for (let b = a + 1; b < segments.length; b++) {
      const [one, other] = [segments[a]!, segments[b]!]
      if (conflict(one, other)) problems.push(`${one.join(',')} meets ${other.join(',')}`)
    }
  }
  for (const hole of rings.slice(1)) {
    const x = (hole[0]! + hole[2]!) / 2
    const y = (hole[1]! + hole[3]!) / 2
    if (!ringHolds(rings[0]!, x, y)) problems.push('a hole lies outside its exterior')
    for (const other of rings.slice(1))
      if (other !== hole && ringHolds(other, x, y)) problems.push('a hole lies in another')
  }
  return problems
}

type Segment = readonly [x1: number, y1: number, x2: number, y2: number]

function segmentsOf(ring: Ring): Segment[] {
  const segments: Segment[] = []
  for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2)
    segments.push([ring[before]!, ring[before + 1]!, ring[at]!, ring[at + 1]!])
  return segments
}

/** Whether two segments have more in common than single points that are ends of both. */
function conflict(a: Segment, b: Segment): boolean {
  const side = (s: Segment, x: number, y: number) =>
    Math.sign((s[2] - s[0]) * (y - s[1]) - (s[3] - s[1]) * (x - s[0]))
  const inside = (s: Segment, x: number, y: number) =>
    side(s, x, y) === 0 && (s[0] - x) * (s[2] - x) + (s[1] - y) * (s[3] - y) < 0
  const crossing =
    side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0
  const touching =
    inside(a, b[0], b[1]) || inside(a, b[2], b[3]) || inside(b, a[0], a[1]) || inside(b, a[2], a[3])
  const same =
    (a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3]) ||
    (a[0] === b[2] && a[1] === b[3] && a[2] === b[0] && a[3] === b[1])
  return crossing || touching || same
}
