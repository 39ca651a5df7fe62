import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { DomainError } from '../engine/errors.ts'
import type { Transform } from '../engine/projection/transform.ts'
import type { AreaRecord } from './areas-import-records.ts'
import { isPinched, type NestingFault, nestingFaults } from '../engine/geometry/ring-nesting.ts'
import { countConflicts, repaired, withoutRepeats } from '../engine/geometry/repair.ts'
import { isObject } from '../formats/json/json-object.ts'
import { onlyPoint } from '../formats/json/only-point.ts'

/** A repair takes a millisecond a crossing, and neighbouring parts of one area may run along each other for long. */
const MAX_CROSSINGS = 1000

/** An area's outline as it is stored, or the rule that it breaks. */
export type AreaOutline =
  | {
      readonly planar: Polygon | MultiPolygon
      /** What was put right, in words; null when nothing was. */
      readonly repair: string | null
    }
  | { readonly rule: string }

const CROSSED = 'the outline crossed or touched itself and was repaired'
const NESTED: Readonly<Record<NestingFault, string>> = {
  'hole-outside': 'a hole lay outside of the outline and was left out',
  'hole-in-hole': 'a hole lay within another hole and was left out',
  'shell-in-shell': 'a part of the outline lay within another and counts once',
}

/**
 * The outline of an area in the city's CRS, metres on the 1 cm grid: repeated positions and rings without area are
 * dropped, self-crossings, overlapping parts and rings that lie wrongly to each other resolved and told of, shells wound counter-clockwise and holes clockwise.
 *
 * @param transform from the file's CRS to the city's
 */
export function areaOutline(geometry: unknown, transform: Transform): AreaOutline {
  if (!isPolygonal(geometry)) return { rule: 'is a Polygon or a MultiPolygon' }
  const drawn = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  if (!drawn.every((rings) => rings.every((ring) => ring.every(isPosition)))) {
    return { rule: 'has positions of two or three numbers' }
  }
  const planar = drawn.map((rings) => rings.map((ring) => ring.map(([x, y]) => transform(x!, y!))))
  if (planar.flat(2).includes(null)) return { rule: ruleOfReach(drawn.flat(2), transform) }
  const polygons = withoutRepeats(
    planar.map((rings) => rings.map((ring) => ring.flatMap((p) => (p === null ? [] : [[p[0], p[1]]])))),
  )
  if (polygons.length === 0) return { rule: 'encloses an area' }
  const crossings = countConflicts(polygons, MAX_CROSSINGS + 1)
  if (crossings > MAX_CROSSINGS) return { rule: `crosses itself at most ${MAX_CROSSINGS} times` }
  const crossed = crossings > 0 || polygons.flat().some(touchesItself)
  const nested = crossed ? [] : nestingFaults(polygons)
  const clean = !crossed && nested.length === 0 && !isPinched(polygons)
  const outline = clean ? polygons : rounded(repaired(polygons))
  if (outline.length === 0) return { rule: 'encloses an area' }
  return {
    planar: asGeometry(outline.map((rings) => rings.map((ring, k) => wound(ring, k === 0)))),
    repair: crossed ? CROSSED : nested.length > 0 ? nested.map((fault) => NESTED[fault]).join('; ') : null,
  }
}

function ruleOfReach(positions: readonly Position[], transform: Transform): string {
  return positions.every(([x, y]) => transform(y!, x!) !== null)
    ? 'has longitude (or easting) before latitude (or northing): it only makes sense with its coordinates exchanged'
    : "lies within reach of the city's coordinate system (is crs, --crs, right?)"
}

/**
 * The ground of premises in a file, metres in the city's CRS.
 *
 * @param transform from the file's CRS to the city's
 * @throws DomainError `invalid-geometry` when it cannot be used
 */
export function premisesOutline({ geometry, name }: AreaRecord, transform: Transform): Geometry {
  const planar = pointOf(geometry, transform) ?? areaOutline(geometry, transform)
  if ('type' in planar) return planar
  if ('planar' in planar) return planar.planar
  const rule = 'is a Point, or the outline that it has cannot be used'
  throw new DomainError('invalid-geometry', `${name}: the geometry breaks the rule that it ${rule}.`, {
    problems: [{ field: 'geometry', value: name, rule: planar.rule }],
  })
}

function pointOf(geometry: unknown, transform: Transform): Geometry | null {
  if (!isObject(geometry)) return null
  const [x, y] = onlyPoint(geometry) ?? []
  const at = typeof x === 'number' && typeof y === 'number' ? transform(x, y) : null
  return at === null ? null : { type: 'Point', coordinates: [at[0], at[1]] }
}

function isPolygonal(geometry: unknown): geometry is Polygon | MultiPolygon {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return false
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return false
  const coordinates = 'coordinates' in geometry ? geometry.coordinates : null
  if (!Array.isArray(coordinates)) return false
  const polygons: unknown[] = geometry.type === 'Polygon' ? [coordinates] : coordinates
  return polygons.every((rings) => Array.isArray(rings) && rings.length > 0 && rings.every(Array.isArray))
}

function isPosition(position: unknown): boolean {
  return Array.isArray(position) && Number.isFinite(position[0]) && Number.isFinite(position[1])
}

/** A ring that comes to the same corner twice pinches its inside, which no polygon may. */
function touchesItself(ring: readonly Position[]): boolean {
  const corners = ring.slice(1).map(([x, y]) => `${x},${y}`)
  return new Set(corners).size < corners.length
}

function rounded(polygons: readonly Position[][][]): Position[][][] {
  const round = (metres: number) => Math.round(metres * 100) / 100
  return withoutRepeats(
    polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [round(x!), round(y!)]))),
  )
}

function wound(ring: Position[], shell: boolean): Position[] {
  const [x0, y0] = ring[0]!
  let doubled = 0
  for (let k = 1; k < ring.length; k++) {
    const [a, b] = [ring[k - 1]!, ring[k]!]
    doubled += (a[0]! - x0!) * (b[1]! - y0!) - (b[0]! - x0!) * (a[1]! - y0!)
  }
  return doubled > 0 === shell ? ring : ring.toReversed()
}

function asGeometry(polygons: Position[][][]): Polygon | MultiPolygon {
  return polygons.length === 1
    ? { type: 'Polygon', coordinates: polygons[0]! }
    : { type: 'MultiPolygon', coordinates: polygons }
}
