import { profileRows } from '../engine/statistics/aoristic-profile.ts'
import type { WeekProfiles } from '../engine/statistics/city-profile.ts'
import { APPORTION_UNITS } from '../engine/snapshot/compile-filter.ts'
import { WEEK_HOURS } from '../engine/time/week-hours.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import type { ProfileEvidence } from './evidence.ts'

/** The week of the footprint with its first ring beside the city's, by group. */
export function profileEvidence(here: WeekProfiles, city: WeekProfiles): readonly ProfileEvidence[] {
  return CATEGORY_GROUPS.map(({ code }, group) => ({
    id: `profile-${code}`,
    group: code,
    here: profileRows(here.hours[group]!),
    city: profileRows(city.hours[group]!),
    knownTime: here.known[group]!,
    timeUnknown: here.unknown[group]!,
  }))
}

/** Local incidents of known time by hour of the week, all groups together: what a schedule is held against. */
export function weekOfAllGroups(here: WeekProfiles): Float64Array {
  const week = new Float64Array(WEEK_HOURS)
  for (const hours of here.hours) {
    for (let hour = 0; hour < WEEK_HOURS; hour++) week[hour]! += hours[hour]! / APPORTION_UNITS
  }
  return week
}
