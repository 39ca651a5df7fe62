import { hourOfWeek, offsetAt, type Zone } from '../time/zone.ts'
import { APPORTION_UNITS } from '../snapshot/compile-filter.ts'
import { WEEK_HOURS } from '../time/week-hours.ts'

const WEEK_MINUTES = WEEK_HOURS * 60

/** An incident as a profile needs it; minutes since 1970 UTC, `toMinute` = `fromMinute` when no end is known. */
export interface TimedIncident {
  readonly fromMinute: number
  readonly toMinute: number
  readonly weight: number
}

/**
 * Adds an incident to a profile of the local week (Ratcliffe 2000): its weight spread evenly over the minutes of its
 * interval; without a known end all of it in the first hour; an interval of a week or more evenly over all 168 hours.
 *
 * Parts are whole units of 2^-20 that add up to the weight exactly, in any order of incidents. An hour that the clock
 * repeats gets both its parts, a skipped hour none.
 *
 * @param profile 168 sums in units of 2^-20, Monday 00:00 first; added to
 */
export function addToProfile(profile: Float64Array, zone: Zone, incident: TimedIncident): void {
  const { fromMinute, toMinute } = incident
  const whole = incident.weight * APPORTION_UNITS
  const duration = toMinute - fromMinute
  if (duration <= 0) {
    profile[hourOfWeek(zone, fromMinute)]! += whole
    return
  }
  if (duration >= WEEK_MINUTES) {
    spreadOverWeek(profile, whole)
    return
  }
  let given = 0
  for (let minute = fromMinute; minute < toMinute; ) {
    const next = Math.min(toMinute, nextHour(zone, minute))
    const due = Math.round((whole * (next - fromMinute)) / duration)
    profile[hourOfWeek(zone, minute)]! += due - given
    given = due
    minute = next
  }
}

function spreadOverWeek(profile: Float64Array, whole: number): void {
  let given = 0
  for (let hour = 0; hour < WEEK_HOURS; hour++) {
    const due = Math.round((whole * (hour + 1)) / WEEK_HOURS)
    profile[hour]! += due - given
    given = due
  }
}

/** The UTC minute at which the next local clock hour begins, the clock being put on or back counted as one. */
function nextHour(zone: Zone, utcMinute: number): number {
  const offset = offsetAt(zone, utcMinute)
  const next = utcMinute + 60 - ((((utcMinute + offset) % 60) + 60) % 60)
  if (offsetAt(zone, next) === offset) return next
  let change = next
  while (offsetAt(zone, change - 1) !== offset) change--
  return change
}

/** A profile in incidents: 7 weekdays (Monday first) of 24 hours. */
export function profileRows(profile: Float64Array): readonly (readonly number[])[] {
  return Array.from({ length: 7 }, (_, day) =>
    Array.from(profile.subarray(24 * day, 24 * day + 24), (units) => units / APPORTION_UNITS),
  )
}
