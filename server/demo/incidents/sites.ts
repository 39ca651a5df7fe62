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

/** Possible sites of incidents: streets and addresses. */
export interface Sites {
  readonly streets: readonly Site[]
  readonly addresses: readonly Site[]
}

const STREET_STEP_METRES = 14
/** Share of addresses from which reports come again and again, and how much oftener. */
const FREQUENT = { share: 0.03, times: 9 } as const

/**
 * Spreads the ordinary incidents: evenly over the built-up land, weighted by the district's liveliness, within each
 * square over its streets (or houses).
 */
export function findSites(town: Town, random: Random): Sites {
  const shore = shoreNodes(town.network)
  const streets = town.ways.flatMap((way) => streetPlaces(way, town, shore))
  const addresses = town.houses.map(({ shape, district }) => ({
    district,
    at: between(shape.outer[0]!, shape.outer[1]!, 0.5),
    times: random.chance(FREQUENT.share) ? FREQUENT.times : 1,
  }))
  return { streets: weighted(streets), addresses: weighted(addresses) }
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

const SQUARE_METRES = 300
/** A square with fewer places than this is thinly used, and has its share in proportion. */
const FULL_SQUARE = 12

/** Gives every square the same weight, split among its places. */
function weighted(places: readonly Place[]): Site[] {
  const squareOf = ({ at: [x, y] }: Place) =>
    `${Math.floor(x / SQUARE_METRES)},${Math.floor(y / SQUARE_METRES)}`
  const squares = new Map<string, { places: number; times: number }>()
  for (const place of places) {
    const square = squares.get(squareOf(place)) ?? { places: 0, times: 0 }
    squares.set(squareOf(place), { places: square.places + 1, times: square.times + place.times })
  }
  const liveliness = new Map(DISTRICTS.map((district) => [district.id, district.liveliness]))
  return places.map((place) => {
    const square = squares.get(squareOf(place))!
    const share = Math.min(1, square.places / FULL_SQUARE) / square.times
    return { at: place.at, odds: liveliness.get(place.district)! * place.times * share }
  })
}
