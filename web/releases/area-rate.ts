import type { ShownCount } from './area-series.ts'

/** Reports per 1,000 residents, or why there is no such number. */
export type ShownRate = number | Exclude<ShownCount, number> | 'no-residents'

/** With fewer residents a rate says nothing (METHODS "Rates and exposure"). */
const MIN_RESIDENTS = 30
const PER = 1000
/** From here on a rate has no decimals: its count is rounded to five. */
const WHOLE_FROM = 10

/**
 * Reports per 1,000 residents of the area, from what is released alone: the rounded count and the residents beside it.
 *
 * @returns one decimal below 10, whole numbers from there on
 */
export function rateOf(count: ShownCount, residents: number | null): ShownRate {
  if (typeof count !== 'number') return count
  if (residents === null || residents < MIN_RESIDENTS) return 'no-residents'
  return roundedRate((count * PER) / residents)
}

/** A rate in the digits that a count rounded to five can carry; never nought, which no count of five is. */
export function roundedRate(rate: number): number {
  return rate < WHOLE_FROM ? Math.max(1, Math.round(rate * 10)) / 10 : Math.round(rate)
}
