import type { Edge } from '../geometry/graph.ts'
import { type Line, nearestOnSegment, type Vec } from '../geometry/vector.ts'
import type { WayClass } from '../plan/roads.ts'
import { STREET_NAMES } from '../plan/landmarks.ts'
import { createNameGiver } from '../plan/names.ts'
import type { StreetNetwork } from './street-network.ts'

/** A street or track as it is drawn: what is left of one line of the network, in one piece. */
export interface Way {
  readonly name: string
  readonly wayClass: WayClass
  readonly points: Line
  readonly edges: readonly Edge[]
}

/** All ways; pieces of one line carry one name. Borders and shores are no ways. */
export function waysOf(network: StreetNetwork): readonly Way[] {
  const giveName = createNameGiver()
  const ownName = namedLines(network)
  return [...edgesByLine(network.graph.edges)].flatMap(([number, edges]): Way[] => {
    const { kind, name, style } = network.lines[number]!
    if (kind === 'shore' || kind === 'border') return []
    const wayName = name ?? ownName.get(number) ?? giveName(style ?? 'open')
    return chains(edges).map((chain) => ({
      name: wayName,
      wayClass: kind,
      points: pointsOf(chain, network.graph.nodes),
      edges: chain,
    }))
  })
}

/** Edges of each line, the lines in order. */
function edgesByLine(edges: readonly Edge[]): ReadonlyMap<number, readonly Edge[]> {
  const byLine = new Map<number, Edge[]>()
  for (const edge of [...edges].sort((x, y) => x.line - y.line)) {
    const known = byLine.get(edge.line)
    if (known === undefined) byLine.set(edge.line, [edge])
    else known.push(edge)
  }
  return byLine
}

/** The local lines that the plan names by a point on them. */
function namedLines({ graph, lines }: StreetNetwork): ReadonlyMap<number, string> {
  const local = graph.edges.filter(({ line }) => lines[line]!.kind === 'local')
  const away = ({ a, b }: Edge, at: Vec) => nearestOnSegment(at, graph.nodes[a]!, graph.nodes[b]!).distance
  const nearest = (at: Vec) => local.reduce((best, edge) => (away(edge, at) < away(best, at) ? edge : best))
  return new Map(STREET_NAMES.map(({ name, at }) => [nearest(at).line, name]))
}

/** Runs of edges that follow one another; edges of a line are in the order of the line. */
function chains(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const runs: Edge[][] = []
  for (const edge of edges) {
    const run = runs.at(-1)
    if (run !== undefined && run.at(-1)!.b === edge.a) run.push(edge)
    else runs.push([edge])
  }
  return runs
}

const pointsOf = (chain: readonly Edge[], nodes: readonly Vec[]): Line => [
  nodes[chain[0]!.a]!,
  ...chain.map(({ b }) => nodes[b]!),
]
