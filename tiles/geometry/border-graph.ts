import type { Segments } from './segments.ts'

/** Directed edges with the interior on their left, as math counts left (x right, y up). */
export interface BorderGraph {
  readonly x: readonly number[]
  readonly y: readonly number[]
  /** Vertices at which each edge begins and ends. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** Edges at each vertex, anticlockwise from the west-south-west on. */
  readonly around: readonly (readonly number[])[]
}

/**
 * The border of the region inside an odd number of rings (even–odd rule).
 *
 * An edge that occurs an even number of times separates nothing and is dropped. Every remaining one separates inside
 * from outside, so around a vertex they alternate, and one ray for each connected part determines the direction of
 * all its edges.
 *
 * @param segments meeting at their ends only, from closed rings: see `splitSegments`
 */
export function borderGraph(segments: Segments): BorderGraph {
  const graph = collectEdges(segments)
  const around = edgesAround(graph)
  direct(graph, around)
  return { ...graph, around }
}

interface Edges {
  readonly x: number[]
  readonly y: number[]
  readonly from: number[]
  readonly to: number[]
}

function collectEdges(segments: Segments): Edges {
  const vertexOf = new Map<number, number>()
  const edges: Edges = { x: [], y: [], from: [], to: [] }
  const vertex = (x: number, y: number): number => {
    const key = (x + 2 ** 20) * 2 ** 22 + (y + 2 ** 20)
    const known = vertexOf.get(key)
    if (known !== undefined) return known
    vertexOf.set(key, edges.x.length)
    edges.x.push(x)
    edges.y.push(y)
    return edges.x.length - 1
  }
  const odd = new Map<number, readonly [number, number]>()
  for (let a = 0; a < segments.length; a += 4) {
    const one = vertex(segments[a]!, segments[a + 1]!)
    const two = vertex(segments[a + 2]!, segments[a + 3]!)
    const key = Math.min(one, two) * 2 ** 26 + Math.max(one, two)
    if (!odd.delete(key)) odd.set(key, [one, two])
  }
  for (const [one, two] of odd.values()) {
    edges.from.push(one)
    edges.to.push(two)
  }
  return edges
}

function edgesAround({ x, y, from, to }: Edges): number[][] {
  const around: number[][] = x.map(() => [])
  for (let edge = 0; edge < from.length; edge++) {
    around[from[edge]!]!.push(edge)
    around[to[edge]!]!.push(edge)
  }
  around.forEach((edges, vertex) => {
    if (edges.length < 2) return
    const angle = (edge: number) => {
      const other = from[edge] === vertex ? to[edge]! : from[edge]!
      return Math.atan2(y[other]! - y[vertex]!, x[other]! - x[vertex]!)
    }
    edges.sort((a, b) => angle(a) - angle(b))
  })
  return around
}

/** Turns every edge so that the interior is on its left. */
function direct(edges: Edges, around: readonly (readonly number[])[]): void {
  const { x, y } = edges
  const done = new Uint8Array(edges.from.length)
  const westFirst = x.map((_, vertex) => vertex).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
  for (const vertex of westFirst) {
    const first = around[vertex]![0]
    if (first === undefined || done[first] === 1) continue
    // This part has nothing west of its westernmost vertex, so other parts decide what is inside there.
    turn(edges, first, vertex, !insideWestOf(edges, vertex))
    done[first] = 1
    directPart(edges, around, first, done)
  }
}

function directPart(
  edges: Edges,
  around: readonly (readonly number[])[],
  seed: number,
  done: Uint8Array,
): void {
  const open = [seed]
  for (let edge = open.pop(); edge !== undefined; edge = open.pop()) {
    for (const vertex of [edges.from[edge]!, edges.to[edge]!]) {
      const ring = around[vertex]!
      const position = ring.indexOf(edge)
      const leaves = edges.from[edge] === vertex
      for (let step = 1; step < ring.length; step++) {
        const next = ring[(position + step) % ring.length]!
        if (done[next] === 1) continue
        turn(edges, next, vertex, step % 2 === 0 ? leaves : !leaves)
        done[next] = 1
        open.push(next)
      }
    }
  }
}

function turn({ from, to }: Edges, edge: number, vertex: number, leaves: boolean): void {
  if ((from[edge] === vertex) === leaves) return
  const end = from[edge]!
  from[edge] = to[edge]!
  to[edge] = end
}

/** Whether the point just west of a vertex is inside (even–odd). */
function insideWestOf({ x, y, from, to }: Edges, vertex: number): boolean {
  const px = x[vertex]!
  const py = y[vertex]!
  let inside = false
  for (let edge = 0; edge < from.length; edge++) {
    const y1 = y[from[edge]!]!
    const y2 = y[to[edge]!]!
    if (y1 > py === y2 > py) continue
    const x1 = x[from[edge]!]!
    if (x1 + ((py - y1) * (x[to[edge]!]! - x1)) / (y2 - y1) < px) inside = !inside
  }
  return inside
}
