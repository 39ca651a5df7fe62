import {
  type Bounds,
  type CoordinateSystem,
  coordinateSystem,
  isWithin,
  systemsIn,
} from './coordinate-systems.ts'
import type { CityGround } from './city-ground.ts'
import { createConverter } from './converter.ts'
import { CRS_MESSAGES } from './messages.ts'
import { placeInCity } from './place-in-city.ts'
import type { Texts } from '../texts.ts'

/** A coordinate system in which positions without one may stand. */
export interface LikelySystem {
  readonly srid: number
  readonly name: string
  /** The first coordinate is the northing, or latitude. */
  readonly swapped: boolean
  /** Share of the positions that would lie in the city. */
  readonly inside: number
  /** 1 for the likeliest; indistinguishable systems share a rank. */
  readonly rank: number
  /** Why, in a sentence. */
  readonly reason: Texts
  /** Where the positions would lie beside the city, in words. */
  readonly place: Texts
  /** Some of them, longitude and latitude. */
  readonly points: readonly (readonly [lon: number, lat: number])[]
}

/** A city to place positions in. */
export interface CityBounds {
  /** EPSG code of its coordinate system. */
  readonly srid: number
  /** Degrees round its study area; its system's area of use while it has none. */
  readonly bounds: Bounds
  /** Absent while it has no study area. */
  readonly ground?: CityGround
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
/** The share of positions in the city from which a system is likely; below it positions lie near the city at best. */
export const MIN_INSIDE = 0.3
/** Positions that are drawn. */
const MAX_DRAWN = 40
/** How far from the city positions are still worth a question, degrees of latitude: about 100 km. */
const NEARBY = 1
const MAX_NEARBY = 4
/** Systems whose positions differ by less are one to the eye, degrees: about 10 m. */
const TWIN = 1e-4
/** Round the city, degrees of latitude: about 5 km. */
const MARGIN = 0.05
/** How far a position may lie from a system's own area of use, degrees. */
const AREA_MARGIN = 0.5

/**
 * The systems in which positions would lie in the city, likeliest first: by the share that does, then as they are usual there
 * (the city's own, degrees, SWEREF 99 TM, the local zones, UTM, RT 90, others of the register for the place). Both orders of the
 * coordinates are tried. Where they would lie in the city in none, the usual ones that put them nearest to it.
 *
 * @param points pairs as they stand in a file; a hundred, spread over them, are looked at
 * @returns at most six; empty when they would lie within 100 km of the city in no known system
 */
export function likelySystems(
  points: readonly (readonly [x: number, y: number])[],
  city: CityBounds,
): readonly LikelySystem[] {
  const looked = spread(points, MAX_POINTS)
  if (looked.length === 0) return []
  const read = candidatesFor(city).flatMap((candidate) =>
    [false, true].map((swapped) => ({
      ...candidate,
      swapped,
      ...placed(looked, candidate.system, swapped, city),
    })),
  )
  const inside = read.filter(({ inside: share }) => share >= MIN_INSIDE).sort(compare)
  const found = inside.length > 0 ? inside.slice(0, MAX_ANSWERS) : nearest(read)
  return found.map((one, index) => {
    const place = placeInCity(one.places, city)
    return {
      srid: one.system.srid,
      name: one.system.name,
      swapped: one.swapped,
      inside: one.inside,
      rank: inside.length > 0 ? 1 + inside.filter((other) => compare(other, one) < 0).length : index + 1,
      reason: reasonFor(one, looked.length, place),
      place,
      points: spread(one.places, MAX_DRAWN).map(([lon, lat]) => [rounded(lon), rounded(lat)]),
    }
  })
}

/** Usual systems that put all positions near the city, the nearest first; those that put them at the same places once. */
function nearest(read: readonly Found[]): readonly Found[] {
  const near = read
    .filter(({ nearby, usual }) => nearby && usual)
    .sort((a, b) => a.away - b.away || compare(a, b))
  const isTwin = (one: Found, other: Found) => Math.abs(one.away - other.away) < TWIN
  return near
    .filter((one, index) => !near.slice(0, index).some((other) => isTwin(one, other)))
    .slice(0, MAX_NEARBY)
}

function spread<T>(all: readonly T[], max: number): readonly T[] {
  const every = Math.max(1, Math.ceil(all.length / max))
  return all.filter((_, index) => index % every === 0)
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}

interface Candidate {
  readonly system: CoordinateSystem
  /** 0 for the most usual. */
  readonly tier: number
  readonly usual: boolean
}

interface Placed {
  readonly inside: number
  /** The positions that the system can hold, longitude and latitude. */
  readonly places: readonly (readonly [lon: number, lat: number])[]
  /** Whether all lie in the system's own area of use and within reach of the city. */
  readonly nearby: boolean
  /** How far their middle lies from the city's bounds, degrees. */
  readonly away: number
}

interface Found extends Candidate, Placed {
  readonly swapped: boolean
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
    ...[...listed, ...missing.map(coordinateSystem)].map((system) => ({
      system,
      tier: tiers.get(system.srid)!,
      usual: true,
    })),
    ...local
      .filter(({ srid: code, metric }) => metric && !tiers.has(code))
      .map((system) => ({ system, tier: usual.length, usual: false })),
  ]
}

function middleOf([west, , east]: Bounds): number {
  return east >= west ? (west + east) / 2 : west
}

function placed(
  points: readonly (readonly [x: number, y: number])[],
  system: CoordinateSystem,
  swapped: boolean,
  { bounds }: CityBounds,
): Placed {
  const { inverse } = createConverter(system)
  const places = points
    .map(([a, b]) => (swapped ? inverse(b, a) : inverse(a, b)))
    .filter(([lon, lat]) => isWithin(system.bounds, lon, lat, AREA_MARGIN))
  const inside = places.filter(([lon, lat]) => isWithin(bounds, lon, lat, MARGIN)).length
  const nearby =
    places.length === points.length && places.every(([lon, lat]) => isWithin(bounds, lon, lat, NEARBY))
  return {
    inside: inside / points.length,
    places,
    nearby,
    away: nearby ? awayFrom(bounds, places) : Infinity,
  }
}

function awayFrom([west, south, east, north]: Bounds, places: Placed['places']): number {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const beyond = places.map(([lon, lat]) =>
    Math.hypot(Math.max(west - lon, lon - east, 0) * narrowing, Math.max(south - lat, lat - north, 0)),
  )
  return beyond.reduce((sum, one) => sum + one, 0) / beyond.length
}

function reasonFor({ system, swapped, inside }: Found, points: number, place: Texts): Texts {
  const title = `EPSG:${system.srid} (${system.name})`
  return CRS_MESSAGES.likely({ inside: Math.round(inside * points), points, title, swapped, place })
}
