import { clipLine } from '../geometry/clip-line.ts'
import { closedSplineThrough, pointsAlong, simplifyLine, splineThrough } from '../geometry/curve.ts'
import { type Face, facesOf, withoutDeadEnds } from '../geometry/faces.ts'
import { buildGraph, type Graph } from '../geometry/graph.ts'
import { createField } from '../geometry/noise.ts'
import { patternLines } from '../geometry/pattern.ts'
import { boxOf, distanceToRing, inBox, inShape, pointInside, shapeArea } from '../geometry/ring.ts'
import { distance, type Line, lineLength, type Ring } from '../geometry/vector.ts'
import { type Quarter, QUARTERS } from '../plan/quarters.ts'
import { BORDERS, PLANNED_WAYS, type PlannedWay, RAILWAY, type WayClass } from '../plan/roads.ts'
import { createRandom, type Random } from '../random.ts'
import { joinEnds } from './join-ends.ts'
import type { Land } from './land.ts'
import { mergeSlivers } from './merge-slivers.ts'
import type { NetworkLine } from './network-line.ts'

/** Every street, the railway and the shores, cut where they meet. `edges[k].line` counts `lines`. */
export interface StreetNetwork {
  readonly lines: readonly NetworkLine[]
  readonly graph: Graph
  readonly faces: readonly Face[]
  quarterOf(face: Face): Quarter | null
}

const CURVE_STEP_METRES = 24
const JOIN_METRES = 30
/** Points closer than this are one node. */
const NODE_METRES = 0.6
const MIN_STREET_METRES = 28
const ANCHORED_REACH_METRES = 2000
/** What is larger is the open country. */
const MAX_QUARTER_M2 = 2_000_000

/** Lays the planned ways over the land, fills the quarters between them with streets and finds the blocks. */
export function layStreets(land: Land, seed: string): StreetNetwork {
  const planned = [...shoreLines(land), ...plannedWays()]
  const quarters = assignQuarters(facesAmong(planned, land))
  const random = createRandom(`${seed}/streets`)
  const field = createField(`${seed}/bends`)
  const local = [...quarters].flatMap(([face, quarter]) => streetsOf(face, quarter, random, field))
  const lines = [...planned, ...local]
  const whole = buildGraph(
    lines.map((l) => l.points),
    NODE_METRES,
  )
  const { edges, faces } = mergeSlivers(whole, lines, land)
  const graph = { nodes: whole.nodes, edges }
  return { lines, graph, faces, quarterOf: quarterFinder(faces, quarters) }
}

function quarterFinder(
  faces: readonly Face[],
  quarters: ReadonlyMap<Face, Quarter>,
): (face: Face) => Quarter | null {
  const boxed = [...quarters].map(([within, quarter]) => ({ within, quarter, box: boxOf(within.outer) }))
  const known = new Map(
    faces.map((face) => {
      const p = pointInside(face)
      return [face, boxed.find(({ within, box }) => inBox(p, box) && inShape(p, within))?.quarter ?? null]
    }),
  )
  return (face) => known.get(face) ?? null
}

function shoreLines(land: Land): NetworkLine[] {
  const rings: readonly Ring[] = [land.mainland.outer, land.lake, land.oldTown.outer, land.southIsland.outer]
  return rings.map((ring) => ({ kind: 'shore', name: null, style: null, points: [...ring, ring[0]!] }))
}

function plannedWays(): NetworkLine[] {
  const ways = [...PLANNED_WAYS, ...RAILWAY, ...BORDERS]
  const curves = joinEnds(ways.map(curveOf), JOIN_METRES)
  return ways.map(({ name, wayClass }, k) => ({
    kind: wayClass,
    name,
    style: null,
    points: simplifyLine(curves[k]!, 0.4),
  }))
}

function curveOf({ through, closed }: PlannedWay): Line {
  const curve = closed
    ? closedSplineThrough(through, CURVE_STEP_METRES)
    : splineThrough(through, CURVE_STEP_METRES)
  return closed ? [...curve, curve[0]!] : curve
}

function facesAmong(lines: readonly NetworkLine[], land: Land): readonly Face[] {
  const { nodes, edges } = buildGraph(
    lines.map((l) => l.points),
    NODE_METRES,
  )
  return facesOf({ nodes, edges: withoutDeadEnds(edges) }).filter((face) => land.isLand(pointInside(face)))
}

function assignQuarters(faces: readonly Face[]): ReadonlyMap<Face, Quarter> {
  const assigned = new Map<Face, Quarter>()
  for (const quarter of QUARTERS) {
    const face = faces.find((f) => shapeArea(f) < MAX_QUARTER_M2 && inShape(quarter.at, f))
    if (face !== undefined) assigned.set(face, quarter)
  }
  return assigned
}

function streetsOf(
  face: Face,
  quarter: Quarter,
  random: Random,
  field: ReturnType<typeof createField>,
): NetworkLine[] {
  if (quarter.pattern === null) return []
  const { anchor } = quarter.pattern
  const box = boxOf(face.outer)
  const centre = anchor ?? pointInside(face)
  const reachMetres =
    anchor === null ? distance([box.minX, box.minY], [box.maxX, box.maxY]) / 1.5 : ANCHORED_REACH_METRES
  const options = {
    ...quarter.pattern,
    centre,
    reachMetres,
    angleDegrees: quarter.angleDegrees,
    bendLengthMetres: 380,
  }
  const kind: WayClass = quarter.style === 'old-town' ? 'lane' : 'local'
  return patternLines(options, anchor === null ? random : random.fork(String(anchor)), field)
    .flatMap((line) => clipLine(line, face))
    .filter(
      (line) =>
        lineLength(line) > MIN_STREET_METRES && !followsTheBorder(line, face, quarter.pattern!.rowMetres),
    )
    .map((line) => ({ kind, name: null, style: quarter.style, points: simplifyLine(line, 0.4) }))
}

/** A street that runs beside the quarter's own border would only cut off slivers. */
function followsTheBorder(line: Line, face: Face, rowMetres: number): boolean {
  const samples = pointsAlong(line, lineLength(line) / 6, lineLength(line) / 12)
  const offsets = samples.map(({ at }) => distanceToRing(at, face.outer)).sort((a, b) => a - b)
  return offsets[Math.floor(offsets.length / 2)]! < rowMetres * 0.42
}
