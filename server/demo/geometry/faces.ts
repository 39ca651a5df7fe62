import type { Edge, Graph } from './graph.ts'
import { inRing, type Shape, signedArea } from './ring.ts'
import { subtract, type Vec } from './vector.ts'

/** A part of the plane that edges enclose. `sides[k]` is the edge from point k to k+1 of the outer ring. */
export interface Face extends Shape {
  readonly sides: readonly Edge[]
}

/** A half of an edge, walked in one direction with its face to the left. */
interface Half {
  readonly edge: Edge
  readonly from: number
  readonly to: number
  readonly angle: number
}

/** The edges that are left when dead ends are taken away until none remains. */
export function withoutDeadEnds(edges: readonly Edge[]): readonly Edge[] {
  const degree = new Map<number, number>()
  const count = (node: number, by: number) => degree.set(node, (degree.get(node) ?? 0) + by)
  for (const { a, b } of edges) for (const node of [a, b]) count(node, 1)
  let kept = edges
  for (let before = Infinity; kept.length < before; ) {
    before = kept.length
    kept = kept.filter(({ a, b }) => {
      const dead = degree.get(a) === 1 || degree.get(b) === 1
      if (dead) for (const node of [a, b]) count(node, -1)
      return !dead
    })
  }
  return kept
}

/** All faces of a graph without dead ends, the unbounded one left out; a face that surrounds others has holes. */
export function facesOf(graph: Graph): readonly Face[] {
  const cycles = cyclesOf(graph)
  const outers = cycles.filter(({ area }) => area > 0)
  const holes = outers.map(() => [] as Vec[][])
  for (const { ring, area } of cycles) {
    if (area > 0) continue
    const around = smallestAround(ring, outers)
    if (around !== null) holes[around]!.push(ring)
  }
  return outers.map(({ ring, sides }, k) => ({ outer: ring, holes: holes[k]!, sides }))
}

interface Cycle {
  readonly ring: Vec[]
  readonly sides: readonly Edge[]
  readonly area: number
}

function cyclesOf({ nodes, edges }: Graph): readonly Cycle[] {
  const leaving = new Map<number, Half[]>()
  const halves: Half[] = []
  for (const edge of edges) {
    for (const [from, to] of [
      [edge.a, edge.b],
      [edge.b, edge.a],
    ] as const) {
      const [dx, dy] = subtract(nodes[to]!, nodes[from]!)
      const half = { edge, from, to, angle: Math.atan2(dy, dx) }
      halves.push(half)
      const fan = leaving.get(from)
      if (fan === undefined) leaving.set(from, [half])
      else fan.push(half)
    }
  }
  for (const fan of leaving.values()) fan.sort((x, y) => x.angle - y.angle)
  const seen = new Set<Half>()
  const cycles: Cycle[] = []
  for (const half of halves) {
    if (!seen.has(half)) cycles.push(walk(half, leaving, seen, nodes))
  }
  return cycles
}

/** Follows a half edge round its face: at each node, the next one clockwise from where it came. */
function walk(
  start: Half,
  leaving: ReadonlyMap<number, Half[]>,
  seen: Set<Half>,
  nodes: readonly Vec[],
): Cycle {
  const ring: Vec[] = []
  const sides: Edge[] = []
  for (let half = start; !seen.has(half); ) {
    seen.add(half)
    ring.push(nodes[half.from]!)
    sides.push(half.edge)
    const fan = leaving.get(half.to)!
    const back = fan.findIndex((other) => other.edge === half.edge)
    half = fan[(back + fan.length - 1) % fan.length]!
  }
  return { ring, sides, area: signedArea(ring) }
}

/** The smallest cycle that holds a hole's ring, or null when it is the border of the unbounded face. */
function smallestAround(hole: readonly Vec[], outers: readonly Cycle[]): number | null {
  let best: number | null = null
  for (let k = 0; k < outers.length; k++) {
    const { ring, area } = outers[k]!
    const smaller = best === null || area < outers[best]!.area
    if (smaller && Math.abs(signedArea(hole)) < area && !ring.includes(hole[0]!) && inRing(hole[0]!, ring))
      best = k
  }
  return best
}
