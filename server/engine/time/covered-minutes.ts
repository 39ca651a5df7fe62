import type { Zone } from './zone.ts'
import { WEEK_HOURS } from './week-hours.ts'

const WEEK_MINUTES = WEEK_HOURS * 60
/** 1970-01-01 was a Thursday: minutes from the Monday before to it. */
const EPOCH_WEEK_MINUTE = 3 * 1440

/**
 * How many minutes of covered local hours lie before a UTC minute, as a function: the difference of two values is
 * the covered part of an interval. Clock changes are exact: the hour that occurs twice counts twice, the skipped
 * one never. A call costs one binary search.
 *
 * @param covered 168 bytes, 1 where the local hour of the week is covered
 */
export function createCoveredMinutes(zone: Zone, covered: Uint8Array): (utcMinute: number) => number {
  const beforeHour = new Float64Array(WEEK_HOURS + 1)
  for (let hour = 0; hour < WEEK_HOURS; hour++) beforeHour[hour + 1] = beforeHour[hour]! + 60 * covered[hour]!
  const perWeek = beforeHour[WEEK_HOURS]!

  const beforeLocal = (localMinute: number): number => {
    const minute = localMinute + EPOCH_WEEK_MINUTE
    const weeks = Math.floor(minute / WEEK_MINUTES)
    const rest = minute - weeks * WEEK_MINUTES
    const hour = Math.floor(rest / 60)
    return weeks * perWeek + beforeHour[hour]! + (rest - hour * 60) * covered[hour]!
  }

  const { sinceMinute, offsetMinutes } = zone
  const correction = new Float64Array(sinceMinute.length)
  for (let k = 1; k < sinceMinute.length; k++) {
    const change = sinceMinute[k]!
    const jump = beforeLocal(change + offsetMinutes[k]!) - beforeLocal(change + offsetMinutes[k - 1]!)
    correction[k] = correction[k - 1]! - jump
  }

  return (utcMinute) => {
    let low = 0
    let high = sinceMinute.length - 1
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if (sinceMinute[middle]! <= utcMinute) low = middle
      else high = middle - 1
    }
    return beforeLocal(utcMinute + offsetMinutes[low]!) + correction[low]!
  }
}
