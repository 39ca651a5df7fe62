import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { PART_OF_HOUR } from '../engine/time/week-parts.ts'
import { WEEK_HOURS } from '../engine/time/week-hours.ts'
import type { PartsOfGroup } from '../engine/units/part-sums.ts'
import type { ProfileEvidence } from './evidence.ts'

const DAY_HOURS = 24
const HOURS_OF_PART = PART_OF_HOUR.reduce<number[]>((hours, part) => {
  hours[part] = (hours[part] ?? 0) + 1
  return hours
}, [])

/** The week of the site and its rings beside the city's, by group. */
export function profileEvidence(
  here: readonly PartsOfGroup[],
  city: readonly PartsOfGroup[],
): readonly ProfileEvidence[] {
  return CATEGORY_GROUPS.map(({ code }, group) => ({
    id: `profile-${code}`,
    group: code,
    here: weekdayRows(here[group]!),
    city: weekdayRows(city[group]!),
    knownTime: knownOf(here[group]!),
    timeUnknown: here[group]!.timeUnknown,
  }))
}

/** Incidents of known time by hour of the week, all groups together: compared with schedules. */
export function weekOfAllGroups(here: readonly PartsOfGroup[]): Float64Array {
  return Float64Array.from({ length: WEEK_HOURS }, (_, hour) =>
    here.reduce((sum, group) => sum + meanOfHour(group, hour), 0),
  )
}

/** Seven days of 24 hours, Monday first: every hour holds the mean of its part of the week. */
function weekdayRows(group: PartsOfGroup): readonly (readonly number[])[] {
  return Array.from({ length: WEEK_HOURS / DAY_HOURS }, (_, day) =>
    Array.from({ length: DAY_HOURS }, (__, hour) => meanOfHour(group, day * DAY_HOURS + hour)),
  )
}

function meanOfHour({ parts }: PartsOfGroup, hour: number): number {
  const part = PART_OF_HOUR[hour]!
  return parts[part]! / HOURS_OF_PART[part]!
}

function knownOf({ parts }: PartsOfGroup): number {
  return parts.reduce((sum, count) => sum + count, 0)
}
