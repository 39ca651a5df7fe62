import type { Geometry, Position } from 'geojson'
import { type ContextKind, PREMISES_KINDS, type PremisesKind } from '../engine/snapshot/features.ts'
import type { Transform } from '../engine/projection/transform.ts'
import type { Texts } from '../engine/texts.ts'
import { isObject } from '../formats/json/json-object.ts'
import { linesIn } from '../formats/json/lines-in.ts'
import { onlyPoint } from '../formats/json/only-point.ts'
import { areaOutline } from '../layers/index.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'

const LINES: readonly ContextKind[] = ['street', 'path', 'rail']
const OUTLINES: readonly ContextKind[] = ['land', 'park', 'square', 'building']

/** Where a feature of the background map is, metres in the city's CRS, or the rule that it breaks. */
export type ContextGround =
  | { readonly planar: Geometry; readonly repair: Texts | null }
  | { readonly rule: Texts }

/**
 * The ground of a feature as its kind is drawn: lines of streets, outlines of parks, points of stations; premises may have a
 * point or an outline.
 *
 * @param transform from the file's CRS to the city's
 */
export function contextGround(kind: ContextKind, geometry: unknown, transform: Transform): ContextGround {
  if (LINES.includes(kind)) return lineGround(geometry, transform)
  if (OUTLINES.includes(kind)) return areaOutline(geometry, transform)
  const point = pointGround(geometry, transform)
  if (point !== null) return { planar: point, repair: null }
  if (!isPremisesKind(kind)) return { rule: MESSAGES.point }
  const outline = areaOutline(geometry, transform)
  return 'rule' in outline ? { rule: MESSAGES.premises } : outline
}

/** Whether releases withhold what happens at features of a kind. */
export function isPremisesKind(kind: string): kind is PremisesKind {
  return (PREMISES_KINDS as readonly string[]).includes(kind)
}

function pointGround(geometry: unknown, transform: Transform): Geometry | null {
  if (!isObject(geometry)) return null
  const [x, y] = onlyPoint(geometry) ?? []
  const at = typeof x === 'number' && typeof y === 'number' ? transform(x, y) : null
  return at === null ? null : { type: 'Point', coordinates: [at[0], at[1]] }
}

function lineGround(geometry: unknown, transform: Transform): ContextGround {
  const drawn = linesIn(geometry)
  if (drawn === null) return { rule: MESSAGES.line }
  const lines: Position[][] = []
  for (const line of drawn) {
    const planar = line.flatMap(([x, y]) => {
      const at = transform(x, y)
      return at === null ? [] : [[at[0], at[1]]]
    })
    if (planar.length < line.length) return { rule: MESSAGES.outOfReach }
    const distinct = withoutRepeats(planar)
    if (distinct.length > 1) lines.push(distinct)
  }
  if (lines.length === 0) return { rule: MESSAGES.line }
  const planar: Geometry =
    lines.length === 1
      ? { type: 'LineString', coordinates: lines[0]! }
      : { type: 'MultiLineString', coordinates: lines }
  return { planar, repair: null }
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter(([x, y], k) => k === 0 || x !== line[k - 1]![0] || y !== line[k - 1]![1])
}
