import type { MultiPolygon, Polygon, Position } from 'geojson'
import { areaOf, type PlanarPolygon, planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { type DomainError, invalidField } from '../engine/errors.ts'
import { DRAWN_MESSAGES as MESSAGES } from '../engine/geometry/outline-messages.ts'
import type { Texts } from '../engine/texts.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { countConflicts, type Polygons, repaired, withoutRepeats } from '../engine/geometry/repair.ts'
import { isPinched, type NestingFault, nestingFaults } from '../engine/geometry/ring-nesting.ts'

export const MAX_VERTICES = 5_000
export const MAX_AREA_M2 = 5_000_000
export const MIN_AREA_M2 = 1
/** Repair takes about a millisecond per crossing; drawn outlines have a few. */
export const MAX_CROSSINGS = 100

/** A sentence in both languages. */
export interface Notice {
  readonly sv: string
  readonly en: string
}

/** The footprint of a proposal, repaired and in both coordinate systems. */
export interface Footprint {
  /** WGS 84, of the centimetre-rounded planar truth. */
  readonly geometry: Polygon | MultiPolygon
  /** Metres in the city's CRS. */
  readonly planar: Polygon | MultiPolygon
  readonly polygon: PlanarPolygon
  readonly areaM2: number
  readonly notices: readonly Notice[]
}

const REPAIRED: Notice = {
  sv: 'Områdets gräns korsade sig själv och har rättats; kontrollera att det rättade området är det avsedda.',
  en: 'The outline crossed itself and was repaired; make sure that the repaired area is the one you mean.',
}

const NESTED: Readonly<Record<NestingFault, Notice>> = {
  'hole-outside': {
    sv: 'Ett hål låg utanför området och räknas inte; kontrollera att området är det avsedda.',
    en: 'A hole lay outside of the area and does not count; make sure that the area is the one you mean.',
  },
  'hole-in-hole': {
    sv: 'Ett hål låg i ett annat hål och räknas inte för sig; kontrollera att området är det avsedda.',
    en: 'A hole lay within another and does not count by itself; make sure that the area is the one you mean.',
  },
  'shell-in-shell': {
    sv: 'En del av området låg inuti en annan och räknas en gång; kontrollera att området är det avsedda.',
    en: 'A part of the area lay within another and counts once; make sure that the area is the one you mean.',
  },
}

/**
 * Parses the footprint of a drawn or uploaded polygon.
 *
 * Repeated vertices are removed; self-crossings, overlapping parts and nesting faults are repaired (with a notice);
 * windings follow RFC 7946. Parsing the result's `geometry` gives the same footprint again, to the centimetre.
 *
 * @param geometry WGS 84
 * @throws DomainError `invalid-geometry` or `too-large`, naming the rule
 */
export function parseFootprint(geometry: Polygon | MultiPolygon, projection: Projection): Footprint {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const vertices = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
  if (vertices > MAX_VERTICES) {
    throw refusal('too-large', vertices, MESSAGES.vertices(MAX_VERTICES))
  }
  const drawn = withoutRepeats(project(polygons, projection))
  if (drawn.length === 0) throw refusal('invalid-geometry', null, MESSAGES.corners)
  const crossings = countConflicts(drawn, MAX_CROSSINGS + 1)
  const nested = crossings === 0 ? nestingFaults(drawn) : []
  if (drawn.length === 1 && crossings === 0 && nested.length === 0 && !isPinched(drawn))
    return footprintOf(drawn, [])
  if (crossings > MAX_CROSSINGS) {
    throw refusal('invalid-geometry', null, MESSAGES.crossings(MAX_CROSSINGS))
  }
  const clean = withoutRepeats(project(unproject(repaired(drawn), projection), projection))
  return footprintOf(clean, crossings > 0 ? [REPAIRED] : nested.map((fault) => NESTED[fault]))
}

/** @param polygons positions [easting, northing, longitude, latitude] */
function footprintOf(polygons: Position[][][], notices: readonly Notice[]): Footprint {
  if (polygons.length === 0) throw refusal('invalid-geometry', null, MESSAGES.encloses)
  const rings = polygons.map((parts) => parts.map((ring, k) => wound(ring, k === 0)))
  const planar = asGeometry(rings, (p) => [p[0]!, p[1]!])
  const polygon = planarPolygon(planar)
  const areaM2 = areaOf(polygon)
  if (areaM2 < MIN_AREA_M2) {
    throw refusal('invalid-geometry', areaM2, MESSAGES.tooSmall(MIN_AREA_M2))
  }
  if (areaM2 > MAX_AREA_M2) {
    throw refusal('too-large', Math.round(areaM2), MESSAGES.tooLarge)
  }
  return { geometry: asGeometry(rings, (p) => [p[2]!, p[3]!]), planar, polygon, areaM2, notices }
}

function refusal(code: 'invalid-geometry' | 'too-large', value: unknown, rule: Texts): DomainError {
  return invalidField(code, { field: 'geometry', rule, ...(value !== null && { value }) })
}

/** Positions [easting, northing, longitude, latitude], the degrees rounded to the 7 decimals that are kept. */
function project(polygons: Polygons, projection: Projection): Position[][][] {
  return polygons.map((rings) =>
    rings.map((ring) =>
      ring.map((position) => {
        const [lon, lat] = [roundDegrees(position[0]!), roundDegrees(position[1]!)]
        const point = projection.toPlanar(lon, lat)
        if (point === null) {
          const rule = MESSAGES.outOfReach(projection.srid, [lon, lat])
          throw refusal('invalid-geometry', [lon, lat], rule)
        }
        return [point[0], point[1], lon, lat]
      }),
    ),
  )
}

function unproject(polygons: Polygons, projection: Projection): Position[][][] {
  return polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [...projection.toWgs84(x!, y!)])))
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

function asGeometry(polygons: Position[][][], pick: (p: Position) => Position): Polygon | MultiPolygon {
  const picked = polygons.map((rings) => rings.map((ring) => ring.map(pick)))
  return picked.length === 1
    ? { type: 'Polygon', coordinates: picked[0]! }
    : { type: 'MultiPolygon', coordinates: picked }
}

/** The ring winding counter-clockwise for a shell, clockwise for a hole. */
function wound(ring: Position[], shell: boolean): Position[] {
  let doubled = 0
  const [x0, y0] = [ring[0]![0]!, ring[0]![1]!]
  for (let k = 1; k < ring.length; k++) {
    const [a, b] = [ring[k - 1]!, ring[k]!]
    doubled += (a[0]! - x0) * (b[1]! - y0) - (b[0]! - x0) * (a[1]! - y0)
  }
  return doubled > 0 === shell ? ring : ring.toReversed()
}
