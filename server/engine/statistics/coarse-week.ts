import type { WeekProfiles } from './city-profile.ts'
import { WEEK_HOURS } from '../time/week-hours.ts'
import { PART_OF_HOUR, WEEK_PARTS } from '../time/week-parts.ts'

/** Profiles in which every hour holds the mean of its part of the week: sums of parts stay, single hours are gone. */
export function coarseWeek(profiles: WeekProfiles): WeekProfiles {
  return { ...profiles, hours: profiles.hours.map(meanByPart) }
}

function meanByPart(hours: Float64Array): Float64Array {
  const sums = new Float64Array(WEEK_PARTS)
  const sizes = new Float64Array(sums.length)
  for (let hour = 0; hour < WEEK_HOURS; hour++) {
    sums[PART_OF_HOUR[hour]!]! += hours[hour]!
    sizes[PART_OF_HOUR[hour]!]!++
  }
  return Float64Array.from(hours, (_, hour) => sums[PART_OF_HOUR[hour]!]! / sizes[PART_OF_HOUR[hour]!]!)
}
