import type { FlatRing } from './clip-ring.ts'

/** A ring of one of several overlapping layers. */
export interface LayerRing {
  readonly layer: number
  readonly ring: FlatRing
}

interface Edge {
  readonly layer: number
  /** +1 when the edge goes up, −1 when it goes down. */
  readonly turn: 1 | -1
  readonly y0: number
  readonly y1: number
  readonly x0: number
  readonly slope: number
}

/** Called for each piece with its area and the winding number of each layer. */
export type AreaVisitor = (area: number, windings: Int32Array) => void

/**
 * Cuts the plane into pieces by the edges of all rings and visits every piece of known windings with its area: from
 * that any union, intersection or difference of the layers follows, with no polygon overlay that touching or
 * overlapping borders could upset. Slabs between the heights of all vertices and crossings; within one, trapezoids
 * are exact.
 *
 * Takes the square of the number of edges: meant for the few that meet in one cell.
 *
 * @param windings initial winding number of each layer; restored on return
 */
export function visitAreas(rings: readonly LayerRing[], windings: Int32Array, visit: AreaVisitor): void {
  const edges = rings.flatMap(edgesOf)
  const heights = heightsOf(edges)
  for (let k = 0; k + 1 < heights.length; k++) {
    const height = heights[k + 1]! - heights[k]!
    if (height <= 0) continue
    const middle = (heights[k]! + heights[k + 1]!) / 2
    visitSlab(edges, middle, height, windings, visit)
  }
}

function edgesOf({ layer, ring }: LayerRing): Edge[] {
  const edges: Edge[] = []
  let x0 = ring[ring.length - 2]!
  let y0 = ring[ring.length - 1]!
  for (let k = 0; k < ring.length; k += 2) {
    const x1 = ring[k]!
    const y1 = ring[k + 1]!
    if (y1 > y0) edges.push({ layer, turn: 1, y0, y1, x0, slope: (x1 - x0) / (y1 - y0) })
    else if (y1 < y0) edges.push({ layer, turn: -1, y0: y1, y1: y0, x0: x1, slope: (x0 - x1) / (y0 - y1) })
    x0 = x1
    y0 = y1
  }
  return edges
}

/** Heights of all ends and crossings, ascending. */
function heightsOf(edges: readonly Edge[]): Float64Array {
  const heights: number[] = []
  for (let k = 0; k < edges.length; k++) {
    const a = edges[k]!
    heights.push(a.y0, a.y1)
    for (let l = k + 1; l < edges.length; l++) {
      const b = edges[l]!
      if (a.slope === b.slope) continue
      const y = (b.x0 - b.slope * b.y0 - a.x0 + a.slope * a.y0) / (a.slope - b.slope)
      if (y > Math.max(a.y0, b.y0) && y < Math.min(a.y1, b.y1)) heights.push(y)
    }
  }
  return Float64Array.from(heights).sort()
}

function visitSlab(
  edges: readonly Edge[],
  middle: number,
  height: number,
  windings: Int32Array,
  visit: AreaVisitor,
): void {
  const crossed: { x: number; edge: Edge }[] = []
  for (const edge of edges) {
    if (edge.y0 <= middle && edge.y1 > middle) {
      crossed.push({ x: edge.x0 + (middle - edge.y0) * edge.slope, edge })
    }
  }
  crossed.sort((a, b) => a.x - b.x)
  for (let k = 0; k < crossed.length; k++) {
    const { x, edge } = crossed[k]!
    windings[edge.layer]! -= edge.turn
    const next = crossed[k + 1]
    if (next !== undefined && next.x > x) visit((next.x - x) * height, windings)
  }
}
