import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Transform } from '../engine/projection/transform.ts'
import { isPinched, type NestingFault, nestingFaults } from '../engine/geometry/ring-nesting.ts'
import { polygonsIn } from '../formats/json/polygons-in.ts'
import { countConflicts, repaired, withoutRepeats } from '../engine/geometry/repair.ts'
import type { Language, Texts } from '../engine/texts.ts'
import { OUTLINE_MESSAGES as MESSAGES } from '../engine/geometry/outline-messages.ts'

/** A repair takes a millisecond a crossing, and neighbouring parts of one area may run along each other for long. */
const MAX_CROSSINGS = 1000

/** An area's outline as it is stored, or the rule that it breaks. */
export type AreaOutline =
  | {
      readonly planar: Polygon | MultiPolygon
      /** What was put right, in words; null when nothing was. */
      readonly repair: Texts | null
    }
  | { readonly rule: Texts }

/**
 * The outline of an area in the city's CRS, metres on the 1 cm grid: repeated positions and rings without area are
 * dropped, self-crossings, overlapping parts and rings that lie wrongly to each other resolved and told of, shells wound counter-clockwise and holes clockwise.
 *
 * @param transform from the file's CRS to the city's
 */
export function areaOutline(geometry: unknown, transform: Transform): AreaOutline {
  const found = polygonsIn(geometry)
  if (found === null) return { rule: MESSAGES.polygon }
  if (!found.polygons.every((rings) => rings.every((ring) => ring.every(isPosition)))) {
    return { rule: MESSAGES.numbers }
  }
  const drawn = found.polygons as Position[][][]
  const planar = drawn.map((rings) => rings.map((ring) => ring.map(([x, y]) => transform(x!, y!))))
  if (planar.flat(2).includes(null)) return { rule: ruleOfReach(drawn.flat(2), transform) }
  const polygons = withoutRepeats(
    planar.map((rings) => rings.map((ring) => ring.flatMap((p) => (p === null ? [] : [[p[0], p[1]]])))),
  )
  if (polygons.length === 0) return { rule: MESSAGES.encloses }
  const crossings = countConflicts(polygons, MAX_CROSSINGS + 1)
  if (crossings > MAX_CROSSINGS) return { rule: MESSAGES.crossings(MAX_CROSSINGS) }
  const crossed = crossings > 0 || polygons.flat().some(touchesItself)
  const nested = crossed ? [] : nestingFaults(polygons)
  const clean = !crossed && nested.length === 0 && !isPinched(polygons)
  const outline = clean ? polygons : rounded(repaired(polygons))
  if (outline.length === 0) return { rule: MESSAGES.encloses }
  return {
    planar: asGeometry(outline.map((rings) => rings.map((ring, k) => wound(ring, k === 0)))),
    repair: repairOf(found.fromLines, drawn.flat().some(isOpen), crossed, nested),
  }
}

function ruleOfReach(positions: readonly Position[], transform: Transform): Texts {
  return positions.every(([x, y]) => transform(y!, x!) !== null) ? MESSAGES.exchanged : MESSAGES.outOfReach
}

function repairOf(
  fromLines: boolean,
  open: boolean,
  crossed: boolean,
  nested: readonly NestingFault[],
): Texts | null {
  const repairs = [
    ...(fromLines ? [MESSAGES.closedLine] : []),
    ...(open ? [MESSAGES.openRing] : []),
    ...(crossed ? [MESSAGES.crossed] : nested.map((fault) => MESSAGES[fault])),
  ]
  if (repairs.length === 0) return null
  const joined = (language: Language) => repairs.map((repair) => repair[language]).join('; ')
  return { sv: joined('sv'), en: joined('en') }
}

/** A ring that does not end where it begins: what was meant between may be missing. */
function isOpen(ring: readonly Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)]
  return first !== undefined && (first[0] !== last![0] || first[1] !== last![1])
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
