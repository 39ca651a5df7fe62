import { closedSplineThrough } from '../geometry/curve.ts'
import { type Face, facesOf, withoutDeadEnds } from '../geometry/faces.ts'
import type { Edge } from '../geometry/graph.ts'
import { inShape, pointInside, type Shape, shapeArea } from '../geometry/ring.ts'
import { between, distance, type Ring, type Vec } from '../geometry/vector.ts'
import { CITY_LIMIT, type DistrictId, DISTRICTS, OPEN_COUNTRY } from '../plan/districts.ts'
import { QUARTERS } from '../plan/quarters.ts'
import type { Land } from './land.ts'
import type { StreetNetwork } from './street-network.ts'

/** The land of each district; neighbours share their border point by point, so nothing is covered twice or left out. */
export interface DistrictMap {
  readonly shapes: ReadonlyMap<DistrictId, readonly Shape[]>
  /** The district of every piece of land between lines. */
  readonly byFace: ReadonlyMap<Face, DistrictId>
  /** The district on either side of an edge, where there is land. */
  readonly byEdge: ReadonlyMap<Edge, DistrictId>
  readonly areaM2: ReadonlyMap<DistrictId, number>
}

/** Gives every piece of land between the lines of the network to a district and joins what belongs together. */
export function drawDistricts(network: StreetNetwork, land: Land): DistrictMap {
  const ofFace = new Map(network.faces.map((face) => [face, districtOf(face, network)]))
  const shapes = new Map<DistrictId, Shape[]>(DISTRICTS.map(({ id }) => [id, []]))
  for (const [id, parts] of shapes) parts.push(...joinFaces(network, ofFace, id))
  for (const islet of land.islets) shapes.get(nearestDistrict(islet.outer[0]!))!.push(islet)
  const byEdge = new Map<Edge, DistrictId>()
  for (const [face, id] of ofFace) for (const side of face.sides) byEdge.set(side, id)
  for (const edge of network.graph.edges) {
    const middle = between(network.graph.nodes[edge.a]!, network.graph.nodes[edge.b]!, 0.5)
    if (!byEdge.has(edge) && land.isLand(middle)) byEdge.set(edge, nearestDistrict(middle))
  }
  const areaM2 = new Map(
    [...shapes].map(([id, parts]) => [id, parts.reduce((sum, shape) => sum + shapeArea(shape), 0)]),
  )
  return { shapes, byFace: ofFace, byEdge, areaM2 }
}

function districtOf(face: Face, network: StreetNetwork): DistrictId {
  const open = OPEN_COUNTRY.find(({ at }) => inShape(at, face))
  return open?.district ?? network.quarterOf(face)?.district ?? nearestDistrict(pointInside(face))
}

function nearestDistrict(p: Vec): DistrictId {
  const seeds = [...QUARTERS, ...OPEN_COUNTRY]
  return seeds.reduce((best, seed) => (distance(seed.at, p) < distance(best.at, p) ? seed : best)).district
}

/** The outlines round all faces of one owner: the sides that only one of its faces has. */
export function joinFaces<T>(
  network: StreetNetwork,
  ofFace: ReadonlyMap<Face, T>,
  owner: T,
): readonly Shape[] {
  const own = [...ofFace].filter(([, of]) => of === owner).map(([face]) => face)
  const times = new Map<Edge, number>()
  for (const side of own.flatMap((face) => [...face.sides, ...holeSides(face, network)])) {
    times.set(side, (times.get(side) ?? 0) + 1)
  }
  const outline = [...times].filter(([, count]) => count === 1).map(([edge]) => edge)
  const faces = facesOf({ nodes: network.graph.nodes, edges: withoutDeadEnds(outline) })
  return faces.filter((face) => own.some((part) => inShape(pointInside(part), face)))
}

/** The edges round the holes of a face. */
function holeSides(face: Face, { graph }: StreetNetwork): readonly Edge[] {
  if (face.holes.length === 0) return []
  const onHole = new Set(face.holes.flat())
  return graph.edges.filter(({ a, b }) => onHole.has(graph.nodes[a]!) && onHole.has(graph.nodes[b]!))
}

/** The city's limit at sea: land and water inside it are the study area. */
export const cityLimit = (): Ring => closedSplineThrough(CITY_LIMIT, 150)
