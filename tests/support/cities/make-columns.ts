import type { IncidentColumns, IncidentSegment } from '../../../server/engine/snapshot/incident-columns.ts'
import type { IncidentFilter } from '../../../server/engine/snapshot/query.ts'
import { hourCode } from '../../../server/engine/time/known-hour.ts'
import { createZone } from '../../../server/engine/time/zone.ts'

export const STOCKHOLM = createZone('Europe/Stockholm')

/** One row of a segment for tests; by default an outdoor theft at the origin, located to the address. */
export interface TestRow {
  readonly x?: number
  readonly y?: number
  readonly from?: number
  readonly to?: number
  readonly category?: number
  readonly precision?: number
  readonly setting?: number
  readonly flags?: number
  readonly source?: number
  readonly weight?: number
}

/** A segment of rows as they are given, all alive unless their numbers are in `dead`. */
export function makeSegment(rows: readonly TestRow[], dead: readonly number[] = []): IncidentSegment {
  const ints = (of: (row: TestRow) => number) => Int32Array.from(rows, of)
  const bytes = (of: (row: TestRow) => number) => Uint8Array.from(rows, of)
  const fromMinute = ints(({ from }) => from ?? 0)
  const toMinute = ints(({ from, to }) => to ?? from ?? 0)
  const none = new Uint32Array(rows.length)
  const columns: IncidentColumns = {
    length: rows.length,
    xCm: ints(({ x }) => Math.round((x ?? 0) * 100)),
    yCm: ints(({ y }) => Math.round((y ?? 0) * 100)),
    worldX: none,
    worldY: none,
    fromMinute,
    toMinute,
    hourOfWeek: Uint8Array.from(rows, (_, k) => hourCode(STOCKHOLM, fromMinute[k]!, toMinute[k]!)),
    category: bytes(({ category }) => category ?? 4),
    flags: bytes(({ flags }) => flags ?? 0),
    place: bytes(({ precision, setting }) => (precision ?? 0) | ((setting ?? 1) << 4)),
    source: Uint16Array.from(rows, ({ source }) => source ?? 0),
    weight: Uint32Array.from(rows, ({ weight }) => weight ?? 1),
    id: none,
    hashLow: none,
    hashHigh: none,
  }
  const bits = new Uint32Array(Math.ceil(rows.length / 32))
  for (const row of dead) bits[row >>> 5]! |= 1 << (row & 31)
  return { columns, dead: dead.length === 0 ? null : bits }
}

/** A filter of thefts with further conditions. */
export function makeFilter(conditions: Partial<IncidentFilter> = {}): IncidentFilter {
  return {
    categories: [4],
    categoriesLabel: 'category:theft',
    fromMinute: null,
    toMinute: null,
    hours: null,
    weekdays: null,
    precisionMask: 0b11,
    flags: 0,
    sources: null,
    ...conditions,
  }
}
