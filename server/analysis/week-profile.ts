import { toLocalMinute, type Zone } from '../domain/zone.ts'
import { WEEK_HOURS } from './week-hours.ts'

const DAY_MINUTES = 1440
const WEEK_MINUTES = WEEK_HOURS * 60
/** 1970-01-01 was a Thursday: minutes from the Monday before to it. */
const EPOCH_WEEK_MINUTE = 3 * DAY_MINUTES

/** True when the time of an incident is known well enough to speak of hours: an interval of 24 h at the most. */
export function hasKnownHour(fromMinute: number, toMinute: number): boolean {
  return toMinute - fromMinute <= DAY_MINUTES
}

/**
 * Adds an incident to the hours of the local week that its interval covers, in proportion (aoristic, Ratcliffe 2000).
 * Without an end it counts whole in its first hour. What is added sums to `weight`.
 *
 * @param profile 168 entries, Monday 00:00 first
 * @param fromMinute and @param toMinute minutes since 1970 UTC, at most 24 h apart
 */
export function addToWeekProfile(
  profile: Float64Array,
  zone: Zone,
  fromMinute: number,
  toMinute: number,
  weight: number,
): void {
  const duration = toMinute - fromMinute
  if (duration <= 0) {
    profile[weekHourOf(toLocalMinute(zone, fromMinute))]! += weight
    return
  }
  for (let minute = fromMinute; minute < toMinute; ) {
    const local = toLocalMinute(zone, minute)
    const next = Math.min(toMinute, minute + 60 - (((local % 60) + 60) % 60))
    profile[weekHourOf(local)]! += (weight * (next - minute)) / duration
    minute = next
  }
}

function weekHourOf(localMinute: number): number {
  const minute = (localMinute + EPOCH_WEEK_MINUTE) % WEEK_MINUTES
  return Math.floor((minute < 0 ? minute + WEEK_MINUTES : minute) / 60)
}
