import { type Face, facesOf, withoutDeadEnds } from '../geometry/faces.ts'
import type { Edge, Graph } from '../geometry/graph.ts'
import { perimeter, pointInside, shapeArea } from '../geometry/ring.ts'
import { distance } from '../geometry/vector.ts'
import type { Land } from './land.ts'
import type { NetworkLine } from './network-line.ts'

const MIN_BLOCK_M2 = { lane: 500, local: 2200 } as const
/** Mean width of a block below which it is no block: twice the area over the perimeter, metres. */
const MIN_BLOCK_WIDTH_METRES = { lane: 8, local: 17 } as const
const ROUNDS = 6

/**
 * Opens blocks that are too small or too narrow to build on into a neighbour, by taking away the longest local street
 * beside them; dead ends that this leaves go too. Planned ways and shores stay.
 */
export function mergeSlivers(
  graph: Graph,
  lines: readonly NetworkLine[],
  land: Land,
): { readonly edges: readonly Edge[]; readonly faces: readonly Face[] } {
  const isLocal = ({ line }: Edge) => lines[line]!.kind === 'local' || lines[line]!.kind === 'lane'
  const planned = graph.edges.filter((edge) => !isLocal(edge))
  const through = new Set(withoutDeadEnds(planned))
  const dangling = planned.filter((edge) => !through.has(edge))
  let edges = withoutDeadEnds(withoutEndsAtBarriers(graph, lines))
  let faces: readonly Face[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    faces = facesOf({ nodes: graph.nodes, edges }).filter((face) => land.isLand(pointInside(face)))
    const taken = new Set(
      faces.filter((face) => isSliver(face, lines)).map((face) => edgeOfMaxLength(face, isLocal, graph)),
    )
    if (round === ROUNDS || taken.size === 0) break
    edges = withoutDeadEnds(edges.filter((edge) => !taken.has(edge)))
  }
  const kept = new Set([...edges, ...dangling])
  return { edges: graph.edges.filter((edge) => kept.has(edge)), faces }
}

/** Local streets do not end at the railway or run out on the shore. */
function withoutEndsAtBarriers({ edges }: Graph, lines: readonly NetworkLine[]): readonly Edge[] {
  const isBarrier = ({ line }: Edge) => lines[line]!.kind === 'rail' || lines[line]!.kind === 'shore'
  const barred = new Set(edges.filter(isBarrier).flatMap(({ a, b }) => [a, b]))
  return edges.filter((edge) => {
    const { kind } = lines[edge.line]!
    return (kind !== 'local' && kind !== 'lane') || !(barred.has(edge.a) || barred.has(edge.b))
  })
}

function isSliver(face: Face, lines: readonly NetworkLine[]): boolean {
  const kind = face.sides.some(({ line }) => lines[line]!.kind === 'lane') ? 'lane' : 'local'
  const area = shapeArea(face)
  return area < MIN_BLOCK_M2[kind] || (2 * area) / perimeter(face.outer) < MIN_BLOCK_WIDTH_METRES[kind]
}

function edgeOfMaxLength(face: Face, isLocal: (edge: Edge) => boolean, { nodes }: Graph): Edge | undefined {
  const size = (edge: Edge) => distance(nodes[edge.a]!, nodes[edge.b]!)
  return face.sides.filter(isLocal).sort((x, y) => size(y) - size(x))[0]
}
