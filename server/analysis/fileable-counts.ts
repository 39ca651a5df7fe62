import { CATEGORIES, type CategoryGroupCode, CATEGORY_GROUPS, categoryIndex } from '../domain/categories.ts'
import { DEFAULT_PRECISION_MASK, SETTINGS } from '../domain/incident.ts'
import { type IncidentColumns, isDead } from '../domain/incident-columns.ts'
import { REGISTERS } from '../domain/release/release.ts'
import type { ZoneLocator } from './planar/zone-locator.ts'
import type { LocatedSegment } from './zone-counts.ts'

export interface FileableQuery {
  /** [from, to), minutes since 1970 UTC. */
  readonly period: readonly [from: number, to: number]
  /** Index into `REGISTERS` by `columns.source`; −1 where the source is not open to the public. */
  readonly registerOfSource: Int8Array
}

const DWELLING = SETTINGS.indexOf('dwelling')
const UNKNOWN_SETTING = SETTINGS.indexOf('unknown')
const VIOLENCE = categoryIndex('violence')!
const NO_GROUP = -1
const GROUP_OF_CATEGORY = Int8Array.from(CATEGORIES, ({ group, sensitive }) =>
  sensitive || group === null ? NO_GROUP : CATEGORY_GROUPS.findIndex(({ code }) => code === group),
)

/** Weighted counts, group fastest: index = (zone · REGISTERS + register) · CATEGORY_GROUPS + group. */
export function fileableCounts(
  segments: readonly LocatedSegment[],
  locator: ZoneLocator,
  query: FileableQuery,
): Float64Array {
  const counts = new Float64Array(locator.zones * REGISTERS.length * CATEGORY_GROUPS.length)
  for (const segment of segments) {
    const { columns, dead } = segment
    for (const range of segment.rangesInPlane(locator.box)) {
      for (let row = range.start; row < range.end; row++) {
        const slot = slotOf(columns, row, query)
        if (slot < 0 || isDead(dead, row)) continue
        const zone = locator.zoneAt(columns.xCm[row]!, columns.yCm[row]!)
        if (zone >= 0)
          counts[zone * REGISTERS.length * CATEGORY_GROUPS.length + slot]! += columns.weight[row]!
      }
    }
  }
  return counts
}

/** The count of a zone, register and group among `fileableCounts`. */
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
  const category = columns.category[row]!
  const group = GROUP_OF_CATEGORY[category]!
  const register = registerOfSource[columns.source[row]!] ?? -1
  if (group === NO_GROUP || register < 0) return -1
  const place = columns.place[row]!
  const setting = place >>> 4
  if (((DEFAULT_PRECISION_MASK >>> (place & 15)) & 1) === 0 || setting === DWELLING) return -1
  if (category === VIOLENCE && setting === UNKNOWN_SETTING) return -1
  return register * CATEGORY_GROUPS.length + group
}
