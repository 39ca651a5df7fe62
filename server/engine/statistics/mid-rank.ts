import { betaQuantile } from './special/quantiles.ts'
import type { Interval } from './interval.ts'

const TAIL = 0.025

export interface MidRank {
  readonly places: number
  readonly more: number
  readonly equal: number
  /** Share of places with fewer, ties counted half: 0–1. */
  readonly percentile: number
  /** 95 % Monte Carlo interval of the percentile, for the places are a random draw. */
  readonly interval: Interval
}

/**
 * Where a count stands among those of reference places: mid-rank percentile with its Monte Carlo interval (Clopper &
 * Pearson 1934 in beta form, which takes the halves of ties).
 *
 * @param others counts of the reference places, at least one
 */
export function midRank(count: number, others: ArrayLike<number>): MidRank {
  const places = others.length
  let more = 0
  let equal = 0
  for (let k = 0; k < places; k++) {
    if (others[k]! > count) more++
    else if (others[k] === count) equal++
  }
  const below = places - more - equal / 2
  return {
    places,
    more,
    equal,
    percentile: below / places,
    interval: {
      low: below > 0 ? betaQuantile('lower', below, places - below + 1, TAIL) : 0,
      high: below < places ? betaQuantile('upper', below + 1, places - below, TAIL) : 1,
    },
  }
}
