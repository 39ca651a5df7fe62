import type { WeekProfiles } from './city-profile.ts'
import { WEEK_HOURS } from '../time/week-hours.ts'
import { DAYPART_HOURS } from '../time/dayparts.ts'

const DAY_HOURS = 24
/** Saturday and Sunday, Monday being 0. */
const FIRST_OF_WEEKEND = 5

/**
 * Part of the week of each of its 168 hours: three parts of the day, of weekdays (0–2) and of weekends (3–5). A night
 * belongs to the day on which it begins.
 */
const PART_OF_HOUR = Uint8Array.from({ length: WEEK_HOURS }, (_, hourOfWeek) => {
  const hour = hourOfWeek % DAY_HOURS
  const before = hour < DAYPART_HOURS[0]
  const day = (Math.floor(hourOfWeek / DAY_HOURS) + (before ? 6 : 0)) % 7
  const part = before ? DAYPART_HOURS.length - 1 : DAYPART_HOURS.findLastIndex((start) => start <= hour)
  return part + (day >= FIRST_OF_WEEKEND ? DAYPART_HOURS.length : 0)
})

/** Profiles in which every hour holds the mean of its part of the week: sums of parts stay, single hours are gone. */
export function coarseWeek(profiles: WeekProfiles): WeekProfiles {
  return { ...profiles, hours: profiles.hours.map(meanByPart) }
}

function meanByPart(hours: Float64Array): Float64Array {
  const sums = new Float64Array(2 * DAYPART_HOURS.length)
  const sizes = new Float64Array(sums.length)
  for (let hour = 0; hour < WEEK_HOURS; hour++) {
    sums[PART_OF_HOUR[hour]!]! += hours[hour]!
    sizes[PART_OF_HOUR[hour]!]!++
  }
  return Float64Array.from(hours, (_, hour) => sums[PART_OF_HOUR[hour]!]! / sizes[PART_OF_HOUR[hour]!]!)
}
