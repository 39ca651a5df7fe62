import { createNodeIndex, type NodeIndex } from './node-index.ts'
import { createSegmentGrid } from './segment-grid.ts'
import { between, type Line, nearestOnSegment, segmentCrossing, type Vec } from './vector.ts'

/** A piece of a line between two nodes. `line` is the number of the input line that it is part of. */
export interface Edge {
  readonly a: number
  readonly b: number
  readonly line: number
}

/** Lines cut wherever they meet, so that no two edges cross. */
export interface Graph {
  readonly nodes: readonly Vec[]
  readonly edges: readonly Edge[]
}

interface Segment {
  readonly a: Vec
  readonly b: Vec
  readonly line: number
  readonly order: number
  /** Places at which it is cut, as shares of its length. */
  readonly cuts: { readonly t: number; readonly node: number }[]
}

const GRID_METRES = 80

/**
 * Cuts lines at their crossings and where an end of one touches another. Where two lines share a stretch, the first
 * keeps it.
 *
 * @param toleranceMetres how near an end must come to a line to join it
 */
export function buildGraph(lines: readonly Line[], toleranceMetres: number): Graph {
  const index = createNodeIndex(toleranceMetres)
  const segments = segmentsOf(lines, index)
  const grid = createSegmentGrid<Segment>(GRID_METRES)
  for (const segment of segments) grid.add(segment.a, segment.b, segment)
  for (const segment of segments) {
    for (const other of grid.near(segment.a, segment.b, toleranceMetres)) {
      if (other.order > segment.order) cutWhereTheyMeet(segment, other, index, toleranceMetres)
    }
  }
  return { nodes: index.nodes, edges: edgesOf(segments) }
}

function segmentsOf(lines: readonly Line[], index: NodeIndex): Segment[] {
  const segments: Segment[] = []
  lines.forEach((points, line) => {
    for (let i = 1; i < points.length; i++) {
      const [start, end] = [index.nodeAt(points[i - 1]!), index.nodeAt(points[i]!)]
      if (start === end) continue
      const cuts = [
        { t: 0, node: start },
        { t: 1, node: end },
      ]
      segments.push({ a: index.nodes[start]!, b: index.nodes[end]!, line, order: segments.length, cuts })
    }
  })
  return segments
}

function cutWhereTheyMeet(one: Segment, two: Segment, index: NodeIndex, tolerance: number): void {
  const touched = [touch(one, two, index, tolerance), touch(two, one, index, tolerance)]
  if (touched.includes(true)) return
  const crossing = segmentCrossing(one.a, one.b, two.a, two.b)
  if (crossing === null) return
  const node = index.nodeAt(between(one.a, one.b, crossing.t))
  one.cuts.push({ t: crossing.t, node })
  two.cuts.push({ t: crossing.s, node })
}

/** Cuts `one` at the ends of `two` that lie on it. */
function touch(one: Segment, two: Segment, index: NodeIndex, tolerance: number): boolean {
  let touched = false
  for (const end of [two.cuts[0]!, two.cuts[1]!]) {
    const near = nearestOnSegment(index.nodes[end.node]!, one.a, one.b)
    if (near.distance > tolerance) continue
    touched = true
    if (end.node !== one.cuts[0]!.node && end.node !== one.cuts[1]!.node)
      one.cuts.push({ t: near.t, node: end.node })
  }
  return touched
}

function edgesOf(segments: readonly Segment[]): Edge[] {
  const edges = new Map<string, Edge>()
  for (const { cuts, line } of segments) {
    const ordered = [...cuts].sort((x, y) => x.t - y.t)
    for (let i = 1; i < ordered.length; i++) {
      const [a, b] = [ordered[i - 1]!.node, ordered[i]!.node]
      const key = a < b ? `${a},${b}` : `${b},${a}`
      if (a !== b && !edges.has(key)) edges.set(key, { a, b, line })
    }
  }
  return [...edges.values()]
}
