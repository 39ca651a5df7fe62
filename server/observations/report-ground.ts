import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { planarPolygon, ringsOf } from '../engine/geometry/planar/planar-polygon.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { ContextFeature, ContextKind } from '../engine/snapshot/features.ts'
import type { PlanarPosition } from './observation.ts'

type LngLat = readonly [lon: number, lat: number]

/** What a small map of an area is drawn of, WGS 84. */
export interface ReportGround {
  /** West, south, east, north: where a position may lie. */
  readonly bounds: readonly [number, number, number, number]
  readonly outline: readonly (readonly LngLat[])[]
  readonly lines: readonly { readonly kind: 'way' | 'open' | 'building'; readonly line: readonly LngLat[] }[]
  /** Names that people know, by name. */
  readonly spots: readonly { readonly name: string; readonly lon: number; readonly lat: number }[]
}

/** Metres in the city's CRS, borders included. */
interface Frame {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** How far outside an area's box something seen there may lie. */
const MARGIN_METRES = 150
const MAX_LINES = 400
const MAX_SPOTS = 40

const LINES: Readonly<Partial<Record<ContextKind, 'way' | 'open' | 'building'>>> = {
  street: 'way',
  path: 'way',
  rail: 'way',
  square: 'open',
  park: 'open',
  building: 'building',
}
const NAMED: readonly ContextKind[] = ['place_name', 'station', 'square', 'park', 'path', 'street']

/** Where a position of an area may lie. */
export function frameOf(planar: Polygon | MultiPolygon): Frame {
  const { minX, minY, maxX, maxY } = planarPolygon(planar).box
  return {
    minX: minX / 100 - MARGIN_METRES,
    minY: minY / 100 - MARGIN_METRES,
    maxX: maxX / 100 + MARGIN_METRES,
    maxY: maxY / 100 + MARGIN_METRES,
  }
}

/** Whether a position lies in a frame. */
export function isWithin({ minX, minY, maxX, maxY }: Frame, { x, y }: PlanarPosition): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY
}

/** The small map of an area: its outline, the ways and houses of the context, and the names in it. */
export function groundOf(
  planar: Polygon | MultiPolygon,
  context: readonly ContextFeature[],
  projection: Projection,
): ReportGround {
  const frame = frameOf(planar)
  const shown = ([x, y]: Position): LngLat => {
    const [lon, lat] = projection.toWgs84(x!, y!)
    return [rounded(lon), rounded(lat)]
  }
  const near = context
    .filter(({ kind, planar: shape }) => (kind in LINES || NAMED.includes(kind)) && touches(frame, shape))
    .toSorted((a, b) => a.rank - b.rank || a.id - b.id)
  const lines = near.flatMap(({ kind, planar: shape }) => {
    const drawn = LINES[kind]
    return drawn === undefined ? [] : pathsOf(shape).map((line) => ({ kind: drawn, line: line.map(shown) }))
  })
  return {
    bounds: boundsOf(frame, shown),
    outline: ringsOf(planar).map((ring) => ring.map(shown)),
    lines: lines.slice(0, MAX_LINES),
    spots: spotsOf(near, frame).map(({ name, at }) => {
      const [lon, lat] = shown(at)
      return { name, lon, lat }
    }),
  }
}

/** The largest box of degrees within a frame that stands askew to them. */
function boundsOf({ minX, minY, maxX, maxY }: Frame, shown: (at: Position) => LngLat) {
  const [a, b, c, d] = [shown([minX, minY]), shown([maxX, minY]), shown([maxX, maxY]), shown([minX, maxY])]
  return [Math.max(a[0], d[0]), Math.max(a[1], b[1]), Math.min(b[0], c[0]), Math.min(c[1], d[1])] as const
}

/** Each name once, at the position of its feature that is nearest to the middle. */
function spotsOf(features: readonly ContextFeature[], frame: Frame) {
  const middle = { x: (frame.minX + frame.maxX) / 2, y: (frame.minY + frame.maxY) / 2 }
  const distance = ([x, y]: Position) => Math.hypot(x! - middle.x, y! - middle.y)
  const spots = new Map<string, Position>()
  for (const { kind, name, planar } of features) {
    if (name === null || !NAMED.includes(kind) || spots.has(name)) continue
    const [at] = positionsOf(planar)
      .filter(([x, y]) => isWithin(frame, { x: x!, y: y! }))
      .toSorted((p, q) => distance(p) - distance(q))
    if (at !== undefined) spots.set(name, at)
  }
  const named = [...spots].slice(0, MAX_SPOTS).map(([name, at]) => ({ name, at }))
  return named.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}

function touches(frame: Frame, shape: Geometry): boolean {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positionsOf(shape)) {
    minX = Math.min(minX, x!)
    minY = Math.min(minY, y!)
    maxX = Math.max(maxX, x!)
    maxY = Math.max(maxY, y!)
  }
  return minX <= frame.maxX && maxX >= frame.minX && minY <= frame.maxY && maxY >= frame.minY
}

function positionsOf(shape: Geometry): readonly Position[] {
  return shape.type === 'Point' ? [shape.coordinates] : pathsOf(shape).flat()
}

function pathsOf(shape: Geometry): readonly (readonly Position[])[] {
  switch (shape.type) {
    case 'LineString':
      return [shape.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return shape.coordinates
    case 'MultiPolygon':
      return shape.coordinates.flat()
    default:
      return []
  }
}

/** Degrees to a metre: more makes the answer longer and the map no better. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
