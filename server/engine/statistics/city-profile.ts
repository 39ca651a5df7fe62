import { CATEGORIES, CATEGORY_GROUPS } from '../snapshot/categories.ts'
import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import type { Zone } from '../time/zone.ts'
import { addToProfile } from './aoristic-profile.ts'
import { inScope } from '../snapshot/row-scope.ts'
import { hourCode, isHourKnown } from '../time/known-hour.ts'
import { WEEK_HOURS } from '../time/week-hours.ts'
import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'
import { type LocatedSegment, type RowQuery, visitRows } from './rows-in-zones.ts'

/** Incidents by hour of the local week, one profile a group, in the order of CATEGORY_GROUPS. */
export interface WeekProfiles {
  /** Sums of 168 hours in units of 2^-20, Monday 00:00 first: see `profileRows`. */
  readonly hours: readonly Float64Array[]
  /** Weighted incidents of known hour, and of whole days or an interval longer than a day, by group. */
  readonly known: readonly number[]
  readonly unknown: readonly number[]
}

/** Index in CATEGORY_GROUPS by category index, −1 for a category of no group. */
export const GROUP_OF_CATEGORY: Int8Array = Int8Array.from(CATEGORIES, (c) =>
  CATEGORY_GROUPS.findIndex((group) => group.code === c.group),
)

interface Tally extends WeekProfiles {
  readonly known: number[]
  readonly unknown: number[]
}

function emptyTally(): Tally {
  return {
    hours: CATEGORY_GROUPS.map(() => new Float64Array(WEEK_HOURS)),
    known: CATEGORY_GROUPS.map(() => 0),
    unknown: CATEGORY_GROUPS.map(() => 0),
  }
}

function add(tally: Tally, zone: Zone, from: number, to: number, category: number, weight: number): void {
  const group = GROUP_OF_CATEGORY[category]!
  if (group < 0) return
  if (!isHourKnown(hourCode(zone, from, to))) {
    tally.unknown[group]! += weight
    return
  }
  tally.known[group]! += weight
  addToProfile(tally.hours[group]!, zone, { fromMinute: from, toMinute: to, weight })
}

/** The week of the whole city: every live incident that began in the period, by group. */
export function cityProfile(segments: readonly IncidentSegment[], zone: Zone, query: RowQuery): WeekProfiles {
  const tally = emptyTally()
  const [first, last] = query.period
  for (const { columns, dead } of segments) {
    const { fromMinute, toMinute, category, weight, length } = columns
    for (let row = 0; row < length; row++) {
      const from = fromMinute[row]!
      if (from < first || from >= last) continue
      if (!inScope(query.scope, columns, row) || isDead(dead, row)) continue
      add(tally, zone, from, toMinute[row]!, category[row]!, weight[row]!)
    }
  }
  return tally
}

/** The same of the incidents in a set of zones. */
export function localProfile(
  segments: readonly LocatedSegment[],
  locator: ZoneLocator,
  zone: Zone,
  query: RowQuery,
): WeekProfiles {
  const tally = emptyTally()
  visitRows(segments, locator, query, ({ fromMinute, toMinute, category, weight }, row) => {
    add(tally, zone, fromMinute[row]!, toMinute[row]!, category[row]!, weight[row]!)
  })
  return tally
}
