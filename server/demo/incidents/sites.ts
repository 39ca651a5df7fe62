import { pointsAlong } from '../geometry/curve.ts'
import { between, distance, type Vec } from '../geometry/vector.ts'
import { DISTRICTS, type DistrictId } from '../plan/districts.ts'
import type { Random } from '../random.ts'
import type { Town } from '../town/town.ts'
import type { Way } from '../town/ways.ts'

/** A place at which incidents are recorded, and its odds among all places of its kind. */
export interface Site {
  readonly at: Vec
  readonly odds: number
}

/** Where things can happen: in the streets, and at the addresses. */
export interface Sites {
  readonly streets: readonly Site[]
  readonly addresses: readonly Site[]
}

const STREET_STEP_METRES = 14
/** Share of addresses from which reports come again and again, and how much oftener. */
const FREQUENT = { share: 0.03, times: 9 } as const

/**
 * Spreads the ordinary incidents: every district by its land and liveliness, within it evenly over its streets (or
 * houses).
 */
export function findSites(town: Town, random: Random): Sites {
  const shore = shoreNodes(town.network)
  const streets = town.ways.flatMap((way) => streetPlaces(way, town, shore))
  const addresses = town.houses.map(({ shape, district }) => ({
    district,
    at: between(shape.outer[0]!, shape.outer[1]!, 0.5),
    times: random.chance(FREQUENT.share) ? FREQUENT.times : 1,
  }))
  return { streets: weighted(streets, town), addresses: weighted(addresses, town) }
}

interface Place {
  readonly district: DistrictId
  readonly at: Vec
  readonly times: number
}

/** Places on a way's edges on land; edges that touch the shore lead onto a bridge and are left out. */
function streetPlaces(way: Way, { network, districts }: Town, shore: ReadonlySet<number>): Place[] {
  if (way.wayClass === 'rail') return []
  return way.edges.flatMap((edge): Place[] => {
    const district = districts.byEdge.get(edge)
    if (district === undefined || shore.has(edge.a) || shore.has(edge.b)) return []
    const [a, b] = [network.graph.nodes[edge.a]!, network.graph.nodes[edge.b]!]
    const step = Math.min(STREET_STEP_METRES, distance(a, b))
    return pointsAlong([a, b], step, step / 2).map(({ at }) => ({ district, at, times: 1 }))
  })
}

function shoreNodes({ lines, graph }: Town['network']): ReadonlySet<number> {
  const shore = graph.edges.filter(({ line }) => lines[line]!.kind === 'shore')
  return new Set(shore.flatMap(({ a, b }) => [a, b]))
}

function weighted(places: readonly Place[], { districts }: Town): Site[] {
  const sum = new Map<DistrictId, number>()
  for (const { district, times } of places) sum.set(district, (sum.get(district) ?? 0) + times)
  const level = new Map(DISTRICTS.map(({ id, liveliness }) => [id, liveliness * districts.areaM2.get(id)!]))
  return places.map(({ at, district, times }) => ({
    at,
    odds: (level.get(district)! * times) / sum.get(district)!,
  }))
}
