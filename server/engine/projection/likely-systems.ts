import {
  type Bounds,
  type CoordinateSystem,
  coordinateSystem,
  isWithin,
  systemsIn,
} from './coordinate-systems.ts'
import { createConverter } from './converter.ts'

/** A coordinate system in which positions without one may stand. */
export interface LikelySystem {
  readonly srid: number
  readonly name: string
  /** The first coordinate is the northing, or latitude. */
  readonly swapped: boolean
  /** Share of the positions that would lie in the city. */
  readonly inside: number
  /** 1 for the likeliest; what can be told apart by nothing has one rank. */
  readonly rank: number
  /** Why, in a sentence. */
  readonly reason: string
}

/** A city to place positions in. */
export interface CityBounds {
  /** EPSG code of its coordinate system. */
  readonly srid: number
  /** Degrees round its study area; its system's area of use while it has none. */
  readonly bounds: Bounds
}

const WGS84 = 4326
const WEB_MERCATOR = 3857
/** SWEREF 99 TM, then the twelve local zones, then RT 90 and RT 38 from its middle zones outwards. */
const SWEDISH = [
  [3006],
  [3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018],
  [3021],
  [3019, 3020, 3022, 3023, 3024],
  [3027],
]
const MAX_POINTS = 100
const MAX_ANSWERS = 6
const MIN_INSIDE = 0.3
/** Round the city, degrees of latitude: about 5 km. */
const MARGIN = 0.05
/** How far a position may lie from a system's own area of use, degrees. */
const AREA_MARGIN = 0.5

/**
 * The systems in which positions would lie in the city, likeliest first: by the share that does, then as they are usual there
 * (the city's own, degrees, SWEREF 99 TM, the local zones, UTM, RT 90, others of the register for the place). Both orders of the
 * coordinates are tried.
 *
 * @param points pairs as they stand in a file; the first hundred are looked at
 * @returns at most six; empty when they would lie in the city in no known system
 */
export function likelySystems(
  points: readonly (readonly [x: number, y: number])[],
  city: CityBounds,
): readonly LikelySystem[] {
  const looked = points.slice(0, MAX_POINTS)
  if (looked.length === 0) return []
  const found = candidatesFor(city)
    .flatMap(({ system, tier }) =>
      [false, true].map((swapped) => ({
        system,
        tier,
        swapped,
        inside: shareInside(looked, system, swapped, city),
      })),
    )
    .filter(({ inside }) => inside >= MIN_INSIDE)
    .sort(compare)
  return found.slice(0, MAX_ANSWERS).map((one) => ({
    srid: one.system.srid,
    name: one.system.name,
    swapped: one.swapped,
    inside: one.inside,
    rank: 1 + found.filter((other) => compare(other, one) < 0).length,
    reason: reasonFor(one, looked.length),
  }))
}

interface Candidate {
  readonly system: CoordinateSystem
  /** 0 for the most usual. */
  readonly tier: number
}

interface Found extends Candidate {
  readonly swapped: boolean
  readonly inside: number
}

function compare(a: Found, b: Found): number {
  return b.inside - a.inside || Number(a.swapped) - Number(b.swapped) || a.tier - b.tier
}

function candidatesFor({ srid, bounds }: CityBounds): readonly Candidate[] {
  const zone = Math.floor((middleOf(bounds) + 180) / 6) + 1
  const south = bounds[1] + bounds[3] < 0
  const utm = [zone, zone - 1, zone + 1].flatMap((near) => [(south ? 32700 : 32600) + near, 25800 + near])
  const usual = [[srid], [WGS84], ...SWEDISH.slice(0, 2), utm, ...SWEDISH.slice(2), [WEB_MERCATOR]]
  const tiers = new Map<number, number>()
  usual.forEach((codes, tier) => {
    for (const code of codes) if (!tiers.has(code)) tiers.set(code, tier)
  })
  const local = systemsIn(bounds)
  const listed = local.filter(({ srid: code }) => tiers.has(code))
  const missing = [srid, WGS84].filter((code) => !listed.some((system) => system.srid === code))
  return [
    ...listed.map((system) => ({ system, tier: tiers.get(system.srid)! })),
    ...missing.map((code) => ({ system: coordinateSystem(code), tier: tiers.get(code)! })),
    ...local
      .filter(({ srid: code, metric }) => metric && !tiers.has(code))
      .map((system) => ({ system, tier: usual.length })),
  ]
}

function middleOf([west, , east]: Bounds): number {
  return east >= west ? (west + east) / 2 : west
}

function shareInside(
  points: readonly (readonly [x: number, y: number])[],
  system: CoordinateSystem,
  swapped: boolean,
  { bounds }: CityBounds,
): number {
  const { inverse } = createConverter(system)
  const isInside = (x: number, y: number) => {
    const [lon, lat] = inverse(x, y)
    return isWithin(bounds, lon, lat, MARGIN) && isWithin(system.bounds, lon, lat, AREA_MARGIN)
  }
  const inside = points.filter(([a, b]) => (swapped ? isInside(b, a) : isInside(a, b)))
  return inside.length / points.length
}

function reasonFor({ system, swapped, inside }: Found, points: number): string {
  const order = swapped ? ' with the two coordinates exchanged (northing or latitude first)' : ''
  return `${Math.round(inside * points)} of ${points} positions lie in the city when read as EPSG:${system.srid} (${system.name})${order}.`
}
