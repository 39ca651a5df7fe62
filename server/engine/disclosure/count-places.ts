import type { IncidentSegment } from '../snapshot/incident-columns.ts'
import { DEFAULT_PRECISION_MASK } from '../snapshot/incident.ts'
import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'
import { GROUPS, type ScannedRow, scanRows } from './scan-rows.ts'
import { isHourKnown } from '../time/known-hour.ts'
import { WEEK_PARTS } from '../time/week-parts.ts'
import { REGISTERS } from './registers.ts'

export { WEEK_PARTS } from '../time/week-parts.ts'

/** The polygon and its ring. */
export const PLACE_ZONES = ['place', 'ring'] as const

/** What the counts of place releases depend on. */
export interface PlaceCountQuery {
  /** [from, to) of the four weeks, minutes since 1970 UTC. */
  readonly span: readonly [from: number, to: number]
  /** [from, to) of the year of the profile, or null. */
  readonly year: readonly [from: number, to: number] | null
  /** Index into `REGISTERS` by the snapshot's source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  /** 1 where a source covers a zone: index = (source · places + place) · 2 + zone. */
  readonly covers: Uint8Array
  /** One a place: zone 0 the polygon, zone 1 the ring. */
  readonly places: readonly ZoneLocator[]
  readonly isSheltered: (x: number, y: number) => boolean
}

/** Weighted counts in dense arrays. */
export interface PlaceCounts {
  /** Index = ((place · 2 + zone) · REGISTERS.length + register) · GROUPS.length + group. */
  readonly zones: Float64Array
  /** Index = ((place · WEEK_PARTS + part) · REGISTERS.length + register) · GROUPS.length + group. */
  readonly profiles: Float64Array
  /** Ordinary incidents of the city of all times: index = register · GROUPS.length + group. */
  readonly recorded: Float64Array
}

/** Index of a count: `slot` is place · 2 + zone, or place · WEEK_PARTS + part. */
export function slotIndex(slot: number, register: number, group: number): number {
  return (slot * REGISTERS.length + register) * GROUPS.length + group
}

/**
 * Counts four weeks in every place and its ring, and a year by sixths of the week in every place: incidents located
 * to the address or street, by the start of their interval. Profiles leave out incidents of unknown hour.
 */
export function countPlaces(segments: readonly IncidentSegment[], query: PlaceCountQuery): PlaceCounts {
  const { places, span, year, covers, isSheltered } = query
  const size = places.length * REGISTERS.length * GROUPS.length
  const counts: PlaceCounts = {
    zones: new Float64Array(PLACE_ZONES.length * size),
    profiles: new Float64Array(WEEK_PARTS * size),
    recorded: new Float64Array(REGISTERS.length * GROUPS.length),
  }
  const countIn = (place: number, zone: number, { columns, row, register, group, weight }: ScannedRow) => {
    const from = columns.fromMinute[row]!
    if (from >= span[0] && from < span[1]) {
      counts.zones[slotIndex(place * PLACE_ZONES.length + zone, register, group)]! += weight
    }
    const hour = columns.hourOfWeek[row]!
    if (year === null || zone !== 0 || !isHourKnown(hour) || from < year[0] || from >= year[1]) return
    counts.profiles[slotIndex(place * WEEK_PARTS + partOfWeek(hour), register, group)]! += weight
  }
  scanRows(segments, query.registerOfSource, (scanned) => {
    const { columns, row, register, group, precision, weight } = scanned
    if (group < 0) return
    counts.recorded[register * GROUPS.length + group]! += weight
    if (((DEFAULT_PRECISION_MASK >>> precision) & 1) === 0) return
    const [x, y] = [columns.xCm[row]!, columns.yCm[row]!]
    for (let place = 0; place < places.length; place++) {
      const zone = places[place]!.zoneAt(x, y)
      if (zone < 0) continue
      const slot = (columns.source[row]! * places.length + place) * PLACE_ZONES.length + zone
      if (covers[slot] === 1 && !isSheltered(x, y)) countIn(place, zone, scanned)
    }
  })
  return counts
}

/** The sixth of the week of a local hour 0–167: 06–14, 14–22, 22–06 of weekdays, then of Saturday and Sunday. */
export function partOfWeek(hourOfWeek: number): number {
  const third = Math.floor((((hourOfWeek % 24) + 18) % 24) / 8)
  return hourOfWeek >= 120 ? third + 3 : third
}
