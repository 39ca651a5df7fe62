import type { MultiPolygon, Position } from 'geojson'
import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { DEFAULT_PRECISION_MASK } from '../snapshot/incident.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { UNIT_EDGE } from '../units/unit-cube.ts'
import { unitKindAt } from '../units/unit-kinds.ts'
import { cellAt, cellCentre, neighboursOf } from './lattice.ts'
import { cellKey, outlineCells } from './outline-cells.ts'

/** Edge of the cells that a derived study area is made of, metres. */
const DERIVED_EDGE = 400

/**
 * Whether an incident takes part.
 *
 * @param at its index in `unitKindTable`
 * @param source index of its source
 */
export type TakesPart = (at: number, source: number) => boolean

/**
 * A study area from the incidents themselves: the cells of 400 m that hold at least two of them in two units (cells
 * of 50 m), and the ring round each, so that one stray geocode adds no land. The position within a unit has no
 * effect. Only positions exact to the street count, since coarser ones lie at the centre of something large.
 *
 * @returns metres in the city's CRS, on the 1 cm grid; null when no cell holds as many
 */
export function deriveStudyArea(
  segments: readonly IncidentSegment[],
  takesPart: TakesPart = () => true,
): MultiPolygon | null {
  const occupied = occupiedCells(segments, takesPart)
  if (occupied.length === 0) return null
  const dilated = new Map<number, Cell>()
  for (const cell of occupied) {
    for (const near of [cell, ...neighboursOf(cell)]) dilated.set(cellKey(near), near)
  }
  // By key: in row order, excluded rows would influence where a ring begins.
  const inOrder = [...dilated].toSorted(([a], [b]) => a - b).map(([, cell]) => cell)
  return toMultiPolygon(outlineCells(inOrder, DERIVED_EDGE))
}

/** Cells of 400 m with incidents in at least two units. */
function occupiedCells(segments: readonly IncidentSegment[], takesPart: TakesPart): readonly Cell[] {
  const first = new Map<number, number>()
  const cells = new Map<number, Cell>()
  for (const segment of segments) {
    const { xCm, yCm } = segment.columns
    const rows = chosenRows(segment, takesPart)
    for (let k = 0; k < rows.length; k++) {
      const unit = cellAt(xCm[rows[k]!]! / 100, yCm[rows[k]!]! / 100, UNIT_EDGE)
      const [x, y] = cellCentre(unit, UNIT_EDGE)
      const cell = cellAt(x, y, DERIVED_EDGE)
      const [key, unitKey] = [cellKey(cell), cellKey(unit)]
      const known = first.get(key)
      if (known === undefined) first.set(key, unitKey)
      else if (known !== unitKey) cells.set(key, cell)
    }
  }
  return [...cells.values()]
}

/** Live rows that are placed precisely and take part. */
function chosenRows({ columns, dead }: IncidentSegment, takesPart: TakesPart): Int32Array {
  const { category, flags, place, source } = columns
  const rows = new Int32Array(columns.length)
  let found = 0
  for (let row = 0; row < columns.length; row++) {
    const isPrecise = ((DEFAULT_PRECISION_MASK >>> (place[row]! & 15)) & 1) === 1
    if (!isPrecise || isDead(dead, row)) continue
    const at = unitKindAt(category[row]!, place[row]!, flags[row]!)
    if (takesPart(at, source[row]!)) rows[found++] = row
  }
  return rows.subarray(0, found)
}

/** Shells with the holes that lie in them. */
function toMultiPolygon(rings: readonly (readonly Position[])[]): MultiPolygon {
  const shells = rings.filter((ring) => isAnticlockwise(ring)).map((ring) => [[...ring]])
  for (const hole of rings.filter((ring) => !isAnticlockwise(ring))) {
    const around = shells.filter(([shell]) => surrounds(shell!, hole[0]!))
    smallest(around).push([...hole])
  }
  return { type: 'MultiPolygon', coordinates: shells }
}

/** Whether a ring goes round a point that does not lie on it: an odd number of crossings to the east. */
function surrounds(ring: readonly Position[], [x, y]: Position): boolean {
  let crossings = 0
  for (let k = 0; k + 1 < ring.length; k++) {
    const [x0, y0] = ring[k] as [number, number]
    const [x1, y1] = ring[k + 1] as [number, number]
    if (y0 > y! !== y1 > y! && x! < x0 + ((y! - y0) / (y1 - y0)) * (x1 - x0)) crossings++
  }
  return crossings % 2 === 1
}

function isAnticlockwise(ring: readonly Position[]): boolean {
  return shoelace(ring) > 0
}

function shoelace(ring: readonly Position[]): number {
  const [x, y] = [ring[0]![0]!, ring[0]![1]!]
  let doubled = 0
  for (let k = 0; k + 1 < ring.length; k++) {
    const [a, b] = [ring[k]!, ring[k + 1]!]
    doubled += (a[0]! - x) * (b[1]! - y) - (b[0]! - x) * (a[1]! - y)
  }
  return doubled / 2
}

function smallest(shells: readonly Position[][][]): Position[][] {
  return shells.reduce((min, shell) => (shoelace(shell[0]!) < shoelace(min[0]!) ? shell : min))
}
