import { type CategoryGroupCode, CATEGORY_GROUPS } from '../snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../snapshot/incident.ts'
import { type IncidentColumns, isDead } from '../snapshot/incident-columns.ts'
import { ordinaryGroupTable } from './incident-subjects.ts'
import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'
import type { LocatedSegment } from '../statistics/rows-in-zones.ts'
import { REGISTERS } from './registers.ts'

export interface FileableQuery {
  /** [from, to), minutes since 1970 UTC. */
  readonly period: readonly [from: number, to: number]
  /** Index into `REGISTERS` by `columns.source`; −1 where the source is not open to the public. */
  readonly registerOfSource: Int8Array
  /** Whether a position, whole centimetres, is one of premises of which only areas tell. */
  readonly isSheltered: (x: number, y: number) => boolean
}

/** Weighted counts, group fastest: index = (zone · REGISTERS + register) · CATEGORY_GROUPS + group. */
export interface FileableCounts {
  readonly all: Float64Array
  /** Those of `all` that lie at premises of which only areas tell. */
  readonly atPremises: Float64Array
}

const GROUP_OF = ordinaryGroupTable(CATEGORY_GROUPS.map(({ code }) => code))

/** Counts what may be told outside of zones: ordinary incidents of open sources, known to the address or street. */
export function fileableCounts(
  segments: readonly LocatedSegment[],
  locator: ZoneLocator,
  query: FileableQuery,
): FileableCounts {
  const slots = REGISTERS.length * CATEGORY_GROUPS.length
  const all = new Float64Array(locator.zones * slots)
  const atPremises = new Float64Array(locator.zones * slots)
  for (const segment of segments) {
    const { columns, dead } = segment
    for (const range of segment.rangesInPlane(locator.box)) {
      for (let row = range.start; row < range.end; row++) {
        const slot = slotOf(columns, row, query)
        if (slot < 0 || isDead(dead, row)) continue
        const [x, y] = [columns.xCm[row]!, columns.yCm[row]!]
        const zone = locator.zoneAt(x, y)
        if (zone < 0) continue
        all[zone * slots + slot]! += columns.weight[row]!
        if (query.isSheltered(x, y)) atPremises[zone * slots + slot]! += columns.weight[row]!
      }
    }
  }
  return { all, atPremises }
}

/** The count of a zone, register and group among either of `FileableCounts`. */
export function fileableCount(
  counts: Float64Array,
  zone: number,
  register: number,
  group: CategoryGroupCode,
): number {
  const groupIndex = CATEGORY_GROUPS.findIndex(({ code }) => code === group)
  return counts[(zone * REGISTERS.length + register) * CATEGORY_GROUPS.length + groupIndex]!
}

/** Where a row counts within a zone: register and group; −1 when it may not be told of at all. */
function slotOf(columns: IncidentColumns, row: number, { period, registerOfSource }: FileableQuery): number {
  const from = columns.fromMinute[row]!
  if (from < period[0] || from >= period[1] || columns.flags[row] !== 0) return -1
  const place = columns.place[row]!
  const group = GROUP_OF[(columns.category[row]! << 8) | place]!
  const register = registerOfSource[columns.source[row]!] ?? -1
  if (group < 0 || register < 0 || ((DEFAULT_PRECISION_MASK >>> (place & 15)) & 1) === 0) return -1
  return register * CATEGORY_GROUPS.length + group
}
