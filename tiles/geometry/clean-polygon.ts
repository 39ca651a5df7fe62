import { type BorderGraph, borderGraph } from './border-graph.ts'
import { doubledArea, type Ring, ringHolds } from './ring.ts'
import { splitSegments } from './split-segments.ts'

/** An exterior ring (positive area) and its holes (negative area). */
export type PolygonRings = readonly [exterior: Ring, ...holes: Ring[]]

/**
 * Valid polygons for the region inside an odd number of the given rings: none crosses or touches itself, exterior
 * rings have positive and holes negative area, holes lie in their exterior and touch it in single points at most.
 *
 * Repairs the effects of rounding and clipping on valid polygons: crossings, corridors of no width, bridges along the
 * box, rings of no area. A border moves by a unit at most where one crossing is repaired, by a few (an eighth of a
 * pixel each) where dozens lie within as many units.
 *
 * @param rings whole-number coordinates within ±2^20, in any direction and order
 */
export function cleanPolygon(rings: readonly Ring[]): PolygonRings[] {
  const graph = borderGraph(splitSegments(segmentsOf(rings)))
  const exteriors: Ring[] = []
  const holes: Ring[] = []
  for (const ring of traceRings(graph)) {
    if (doubledArea(ring) > 0) exteriors.push(ring)
    else holes.push(ring)
  }
  return nest(exteriors, holes)
}

function segmentsOf(rings: readonly Ring[]): number[] {
  const segments: number[] = []
  for (const ring of rings) {
    for (let at = 0, before = ring.length - 2; at < ring.length; before = at, at += 2) {
      const [x1, y1, x2, y2] = [ring[before]!, ring[before + 1]!, ring[at]!, ring[at + 1]!]
      if (x1 !== x2 || y1 !== y2) segments.push(x1, y1, x2, y2)
    }
  }
  return segments
}

/** Walks along the interior, closing a loop whenever the walk returns to a vertex. */
function traceRings(graph: BorderGraph): Ring[] {
  const used = new Uint8Array(graph.from.length)
  const rings: Ring[] = []
  for (let start = 0; start < graph.from.length; start++) {
    if (used[start] === 1) continue
    const path: number[] = []
    const placeOf = new Map<number, number>()
    for (let edge = start; used[edge] === 0; edge = nextEdge(graph, edge)) {
      used[edge] = 1
      const vertex = graph.from[edge]!
      cutLoop(graph, path, placeOf, vertex, rings)
      placeOf.set(vertex, path.length)
      path.push(vertex)
    }
    cutLoop(graph, path, placeOf, graph.from[start]!, rings)
  }
  return rings
}

function cutLoop(
  graph: BorderGraph,
  path: number[],
  placeOf: Map<number, number>,
  vertex: number,
  rings: Ring[],
): void {
  const place = placeOf.get(vertex)
  if (place === undefined) return
  const loop = path.splice(place)
  for (const passed of loop) placeOf.delete(passed)
  rings.push(withoutStraightPoints(graph, loop))
}

/** The ring of a loop, without the points in the middle of straight lines; where rings touch, points stay. */
function withoutStraightPoints({ x, y, around }: BorderGraph, loop: readonly number[]): Ring {
  const ring: number[] = []
  loop.forEach((vertex, place) => {
    const before = loop.at(place - 1)!
    const after = loop[(place + 1) % loop.length]!
    const turn =
      (x[vertex]! - x[before]!) * (y[after]! - y[vertex]!) -
      (y[vertex]! - y[before]!) * (x[after]! - x[vertex]!)
    if (turn !== 0 || around[vertex]!.length > 2) ring.push(x[vertex]!, y[vertex]!)
  })
  return ring
}

/** The edge that goes on along the same face: the next one clockwise from where the edge came. */
function nextEdge({ to, around }: BorderGraph, edge: number): number {
  const ring = around[to[edge]!]!
  const position = ring.indexOf(edge)
  return ring[(position + ring.length - 1) % ring.length]!
}

/** Puts each hole into the smallest exterior that holds it. */
function nest(exteriors: readonly Ring[], holes: readonly Ring[]): PolygonRings[] {
  const polygons = exteriors.map((exterior) => [exterior] as [Ring, ...Ring[]])
  if (exteriors.length === 1) polygons[0]!.push(...holes)
  else for (const hole of holes) smallestHolding(polygons, hole)?.push(hole)
  return polygons
}

function smallestHolding(polygons: readonly [Ring, ...Ring[]][], hole: Ring): [Ring, ...Ring[]] | undefined {
  // A hole may touch its exterior in a vertex, never along an edge: the middle of an edge is strictly inside.
  const x = (hole[0]! + hole[2]!) / 2
  const y = (hole[1]! + hole[3]!) / 2
  let smallest: [Ring, ...Ring[]] | undefined
  for (const polygon of polygons) {
    if (!ringHolds(polygon[0], x, y)) continue
    if (smallest === undefined || doubledArea(polygon[0]) < doubledArea(smallest[0])) smallest = polygon
  }
  return smallest
}
