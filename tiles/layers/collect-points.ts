import { type IncidentColumns, isDead } from '../../server/engine/snapshot/incident-columns.ts'
import type { IndexedSegment, WorldBox } from '../../server/engine/snapshot/types.ts'

/** The part of a segment that the search needs. */
export type PointSegment = Pick<IndexedSegment, 'columns' | 'dead' | 'rangesInWorld'>

/** Selects rows of a segment; created once a segment, called once a row. */
export type RowFilter = (columns: IncidentColumns) => (row: number) => boolean

/** Found rows as parallel columns, reused by the next search. */
export interface FoundPoints {
  count: number
  ids: Uint32Array
  /** Index of the segment and row in it of each point. */
  segments: Uint8Array
  rows: Uint32Array
}

export function createFoundPoints(capacity = 1 << 15): FoundPoints {
  return {
    count: 0,
    ids: new Uint32Array(capacity),
    segments: new Uint8Array(capacity),
    rows: new Uint32Array(capacity),
  }
}

/** Finds the live rows in a box that pass a filter, in no particular order. Overwrites `found`. */
export function collectPoints(
  segments: readonly PointSegment[],
  box: WorldBox,
  filter: RowFilter,
  found: FoundPoints,
): void {
  found.count = 0
  segments.forEach((segment, index) => collectFrom(segment, index, box, filter(segment.columns), found))
}

function collectFrom(
  { columns, dead, ...segment }: PointSegment,
  segmentIndex: number,
  box: WorldBox,
  wanted: (row: number) => boolean,
  found: FoundPoints,
): void {
  const { worldX, worldY, id } = columns
  const { minX, minY, maxX, maxY } = box
  for (const { start, end } of segment.rangesInWorld(box)) {
    makeRoom(found, end - start)
    const { ids, rows, segments } = found
    let count = found.count
    for (let row = start; row < end; row++) {
      const x = worldX[row]!
      const y = worldY[row]!
      if (x < minX || x >= maxX || y < minY || y >= maxY) continue
      if (isDead(dead, row) || !wanted(row)) continue
      ids[count] = id[row]!
      rows[count] = row
      segments[count] = segmentIndex
      count++
    }
    found.count = count
  }
}

function makeRoom(found: FoundPoints, more: number): void {
  const needed = found.count + more
  if (needed <= found.ids.length) return
  const capacity = Math.max(needed, found.ids.length * 2)
  const ids = new Uint32Array(capacity)
  const rows = new Uint32Array(capacity)
  const segments = new Uint8Array(capacity)
  ids.set(found.ids.subarray(0, found.count))
  rows.set(found.rows.subarray(0, found.count))
  segments.set(found.segments.subarray(0, found.count))
  Object.assign(found, { ids, rows, segments })
}
