import { CATEGORY_GROUPS } from '../snapshot/categories.ts'
import { type IncidentColumns, type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { ordinaryGroupTable } from './incident-subjects.ts'
import type { CategoryGroupCode } from '../snapshot/categories.ts'

/** Groups in the order in which counts hold them. */
export const GROUPS: readonly CategoryGroupCode[] = CATEGORY_GROUPS.map(({ code }) => code)

/** One live row as the counting of releases sees it; the object is reused from row to row. */
export interface ScannedRow {
  columns: IncidentColumns
  row: number
  /** Index into `REGISTERS`. */
  register: number
  /** Index into `GROUPS`, −1 for an incident released city-wide only or of no group. */
  group: number
  /** Index into PRECISIONS. */
  precision: number
  weight: number
}

/**
 * Calls back with every live row of sources that take part.
 *
 * @param registerOfSource index into `REGISTERS` by the snapshot's source index, −1 for a source that is left out
 */
export function scanRows(
  segments: readonly IncidentSegment[],
  registerOfSource: Int8Array,
  visit: (row: ScannedRow) => void,
): void {
  const groupOf = ordinaryGroupTable(GROUPS)
  for (const { columns, dead } of segments) {
    const scanned: ScannedRow = { columns, row: 0, register: 0, group: -1, precision: 0, weight: 0 }
    for (let row = 0; row < columns.length; row++) {
      const register = registerOfSource[columns.source[row]!] ?? -1
      if (register < 0 || isDead(dead, row)) continue
      const place = columns.place[row]!
      scanned.row = row
      scanned.register = register
      scanned.group = columns.flags[row] === 0 ? groupOf[(columns.category[row]! << 8) | place]! : -1
      scanned.precision = place & 15
      scanned.weight = columns.weight[row]!
      visit(scanned)
    }
  }
}
