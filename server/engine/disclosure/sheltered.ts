import type { Geometry, Position } from 'geojson'
import { type ContextFeature, type ContextKind, PREMISES_KINDS } from '../snapshot/features.ts'
import { polygonOfRings } from '../geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../geometry/planar/zone-locator.ts'
import { isUnitPosition } from '../units/unit-position.ts'
import { UNIT_EDGE } from '../units/unit-cube.ts'

/** Distance within which a position belongs to premises. */
const REACH_METRES = 50
/** Distance for a position that stands for a cell of 50 m, anywhere in which its incidents may be. */
const UNIT_REACH_METRES = REACH_METRES + UNIT_EDGE + 1
const OUTER_ZONE = 2
const BUCKET_CM = 50_000

type IsNear = (x: number, y: number) => boolean
type Outlined = Pick<ContextFeature, 'kind' | 'planar'>

/**
 * A test of whether a position (whole centimetres) lies in or within 50 m of premises that are released by area only
 * (see `PREMISES_KINDS`), or may do so when it stands for a whole cell. Premises are indexed by squares of 500 m.
 */
export function createShelter(context: readonly Outlined[]): IsNear {
  const buckets = new Map<string, IsNear[]>()
  for (const { kind, planar } of context) {
    if (!isPremises(kind)) continue
    for (const ring of ringsIn(planar)) addPremises(buckets, ring)
  }
  return (x, y) => (buckets.get(bucketOf(x, y)) ?? []).some((isNear) => isNear(x, y))
}

/** Whether incidents at a kind of feature are released by area only. */
export function isPremises(kind: ContextKind): boolean {
  return (PREMISES_KINDS as readonly ContextKind[]).includes(kind)
}

function addPremises(buckets: Map<string, IsNear[]>, ring: readonly (readonly number[])[]): void {
  const { box, zoneAt } = createZoneLocator(outlineOf(ring), [REACH_METRES, UNIT_REACH_METRES])
  const isNear: IsNear = (x, y) => {
    const zone = zoneAt(x, y)
    return zone >= 0 && (zone < OUTER_ZONE || isUnitPosition(x, y))
  }
  for (let x = floorTo(box.minX); x <= box.maxX; x += BUCKET_CM) {
    for (let y = floorTo(box.minY); y <= box.maxY; y += BUCKET_CM) {
      const key = bucketOf(x, y)
      buckets.set(key, [...(buckets.get(key) ?? []), isNear])
    }
  }
}

/** A point becomes a polygon of two centimetres, so that one distance function serves all. */
function outlineOf(ring: readonly (readonly number[])[]) {
  const [x, y] = [ring[0]![0]!, ring[0]![1]!]
  return polygonOfRings([
    ring.length > 1
      ? ring
      : [
          [x - 1, y - 1],
          [x + 1, y - 1],
          [x, y + 1],
        ],
  ])
}

/** Points and outer rings of a geometry, in centimetres. */
function ringsIn(geometry: Geometry): readonly (readonly (readonly number[])[])[] {
  const cm = (positions: readonly Position[]) =>
    positions.map(([x, y]) => [Math.round(x! * 100), Math.round(y! * 100)])
  switch (geometry.type) {
    case 'Point':
      return [cm([geometry.coordinates])]
    case 'MultiPoint':
      return geometry.coordinates.map((position) => cm([position]))
    case 'LineString':
      return [cm(geometry.coordinates)]
    case 'Polygon':
      return [cm(geometry.coordinates[0]!)]
    case 'MultiLineString':
      return geometry.coordinates.map(cm)
    case 'MultiPolygon':
      return geometry.coordinates.map((rings) => cm(rings[0]!))
    case 'GeometryCollection':
      return geometry.geometries.flatMap(ringsIn)
  }
}

function floorTo(centimetres: number): number {
  return Math.floor(centimetres / BUCKET_CM) * BUCKET_CM
}

function bucketOf(x: number, y: number): string {
  return `${Math.floor(x / BUCKET_CM)},${Math.floor(y / BUCKET_CM)}`
}
