import { simplifyRing } from '../geometry/curve.ts'
import type { Face } from '../geometry/faces.ts'
import { insetRing } from '../geometry/inset.ts'
import { createSegmentGrid, type SegmentGrid } from '../geometry/segment-grid.ts'
import { pointInside } from '../geometry/ring.ts'
import type { Line, Ring, Vec } from '../geometry/vector.ts'
import type { Quarter } from '../plan/quarters.ts'
import { WAYS } from '../plan/roads.ts'
import type { NetworkLine } from './network-line.ts'
import type { StreetNetwork } from './street-network.ts'

/** The ground between streets: what is left of a face when the street space is taken off. */
export interface Block {
  readonly ring: Ring
  readonly quarter: Quarter
  readonly centre: Vec
}

/** Free ground between a quay or shore and what is built. */
const SHORE_METRES = 16

/** The blocks of every quarter, the most southern first. */
export function blocksOf(network: StreetNetwork): readonly Block[] {
  const blocks = network.faces.flatMap((face): Block[] => {
    const quarter = network.quarterOf(face)
    const ring = quarter === null ? null : blockRing(face, network.lines)
    if (quarter === null || ring === null) return []
    return [{ ring, quarter, centre: pointInside({ outer: ring, holes: [] }) }]
  })
  return blocks.sort((a, b) => a.centre[1] - b.centre[1] || a.centre[0] - b.centre[0])
}

function blockRing(face: Face, lines: readonly NetworkLine[]): Ring | null {
  const widths = face.sides.map(({ line }) => {
    const { kind } = lines[line]!
    return kind === 'shore' ? SHORE_METRES : WAYS[kind].halfWidth
  })
  const ring =
    insetRing(face.outer, widths) ??
    insetRing(
      face.outer,
      face.sides.map(() => 12),
    )
  return ring === null ? null : simplifyRing(ring, 1)
}

/** All ways but shores, to keep buildings off them. */
export function wayGrid({
  lines,
  graph,
}: StreetNetwork): SegmentGrid<{ readonly line: Line; readonly halfWidth: number }> {
  const grid = createSegmentGrid<{ line: Line; halfWidth: number }>(60)
  for (const { a, b, line } of graph.edges) {
    const { kind } = lines[line]!
    if (kind === 'shore') continue
    const ends: Line = [graph.nodes[a]!, graph.nodes[b]!]
    grid.add(ends[0]!, ends[1]!, { line: ends, halfWidth: WAYS[kind].halfWidth })
  }
  return grid
}
