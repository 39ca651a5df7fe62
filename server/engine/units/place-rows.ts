import { type DenseBlock, locateCells } from '../lattice/lattice.ts'
import { type IncidentColumns, type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import type { Zone } from '../time/zone.ts'

/** Which rows a cube counts. */
export interface CubeRules {
  /** Cells of the unit's edge; usually those of the population. */
  readonly block: DenseBlock
  readonly zone: Zone
  /** Index into REGISTERS by the snapshot's source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** Bits by precision code. */
  readonly precisionMask: number
}

/** The rows of one segment that have a cell. */
export interface PlacedRows {
  readonly columns: IncidentColumns
  readonly length: number
  readonly row: Int32Array
  /** Dense index in the block. */
  readonly cell: Int32Array
  readonly imprecise: number
  readonly beyond: number
}

/** Live rows of sources that take part, precise enough, within the block. */
export function placeRows({ columns, dead }: IncidentSegment, rules: CubeRules): PlacedRows {
  const { block, registerOfSource, precisionMask } = rules
  const { xCm, yCm, place, source, weight } = columns
  const row = new Int32Array(columns.length)
  let chosen = 0
  let imprecise = 0
  for (let k = 0; k < columns.length; k++) {
    if ((registerOfSource[source[k]!] ?? -1) < 0 || isDead(dead, k)) continue
    if (((precisionMask >>> (place[k]! & 15)) & 1) === 1) row[chosen++] = k
    else imprecise += weight[k]!
  }
  const cell = new Int32Array(chosen)
  locateCells(xCm, yCm, row, chosen, block, cell)
  let length = 0
  let beyond = 0
  for (let k = 0; k < chosen; k++) {
    if (cell[k]! < 0) {
      beyond += weight[row[k]!]!
      continue
    }
    cell[length] = cell[k]!
    row[length++] = row[k]!
  }
  return { columns, length, row, cell, imprecise, beyond }
}

/** First and last minute in which any placed row begins, null when there are none. */
export function startsOf(placed: readonly PlacedRows[]): readonly [first: number, last: number] | null {
  let first = Infinity
  let last = -Infinity
  for (const { columns, length, row } of placed) {
    for (let k = 0; k < length; k++) {
      const minute = columns.fromMinute[row[k]!]!
      if (minute < first) first = minute
      if (minute > last) last = minute
    }
  }
  return first > last ? null : [first, last]
}

/** Weights of the rows that have no cell, by reason. */
export function unplaced(placed: readonly PlacedRows[]): Pick<PlacedRows, 'imprecise' | 'beyond'> {
  const total = (part: 'imprecise' | 'beyond') => placed.reduce((sum, rows) => sum + rows[part], 0)
  return { imprecise: total('imprecise'), beyond: total('beyond') }
}
