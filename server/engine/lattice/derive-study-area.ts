import type { MultiPolygon, Position } from 'geojson'
import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { DEFAULT_PRECISION_MASK } from '../snapshot/incident.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { cellAt, neighboursOf } from './lattice.ts'
import { cellKey, outlineCells } from './outline-cells.ts'

/** Edge of the cells that a derived study area is made of, metres. */
const DERIVED_EDGE = 400

/**
 * A study area from the incidents themselves: the cells of 400 m that hold at least two of them at two positions, and the
 * ring round each, so that one stray geocode adds no land. Only positions exact to the street count, since coarser ones lie
 * at the centre of something large.
 *
 * @returns metres in the city's CRS, on the 1 cm grid; null when no cell holds as many
 */
export function deriveStudyArea(segments: readonly IncidentSegment[]): MultiPolygon | null {
  const occupied = occupiedCells(segments)
  if (occupied.length === 0) return null
  const dilated = new Map<number, Cell>()
  for (const cell of occupied) {
    for (const near of [cell, ...neighboursOf(cell)]) dilated.set(cellKey(near), near)
  }
  return toMultiPolygon(outlineCells([...dilated.values()], DERIVED_EDGE))
}

/** Cells with two positions, and so with two incidents. */
function occupiedCells(segments: readonly IncidentSegment[]): readonly Cell[] {
  const first = new Map<number, readonly [x: number, y: number]>()
  const cells = new Map<number, Cell>()
  for (const segment of segments) {
    const rows = preciseRows(segment)
    for (let k = 0; k < rows.length; k++) {
      const [x, y] = [segment.columns.xCm[rows[k]!]!, segment.columns.yCm[rows[k]!]!]
      const cell = cellAt(x / 100, y / 100, DERIVED_EDGE)
      const key = cellKey(cell)
      const known = first.get(key)
      if (known === undefined) first.set(key, [x, y])
      else if (known[0] !== x || known[1] !== y) cells.set(key, cell)
    }
  }
  return [...cells.values()]
}

function preciseRows({ columns, dead }: IncidentSegment): Int32Array {
  const rows = new Int32Array(columns.length)
  let found = 0
  for (let row = 0; row < columns.length; row++) {
    const precision = columns.place[row]! & 15
    if (((DEFAULT_PRECISION_MASK >>> precision) & 1) === 1 && !isDead(dead, row)) rows[found++] = row
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
