import { poissonDensity } from './special/densities.ts'
import { gammaTails } from './special/incomplete-gamma.ts'
import { gammaQuantile } from './special/quantiles.ts'
import type { Interval } from './interval.ts'

const TAIL = 0.025

/** P(X ≥ count) and P(X ≤ count). */
export interface PoissonTails {
  readonly atLeast: number
  readonly atMost: number
}

/**
 * Tails of the Poisson distribution in gamma form: P(X ≥ s) = P(s, mean), P(X ≤ s) = Q(s + 1, mean), which also takes
 * the fractions that apportioned incidents give. Both come from one evaluation, since Q(s+1, m) = Q(s, m) + mˢe^−m/Γ(s+1).
 *
 * @param count ≥ 0
 * @param mean > 0
 */
export function poissonTails(count: number, mean: number): PoissonTails {
  const [atLeast, less] = gammaTails(count, mean)
  return { atLeast, atMost: Math.min(1, less + poissonDensity(count, mean)) }
}

/** Two-sided p of a count: min(1, 2·min(P(X ≥ s), P(X ≤ s))), X ~ Poisson(mean), mean > 0. */
export function poissonTwoSided(count: number, mean: number): number {
  const { atLeast, atMost } = poissonTails(count, mean)
  return Math.min(1, 2 * Math.min(atLeast, atMost))
}

/**
 * The exact 95 % interval of a Poisson mean of which one count is known (Garwood 1936): 10 → 4.79539–18.39036. In gamma
 * form, so the count may be a fraction.
 */
export function garwoodInterval(count: number): Interval {
  return {
    low: count > 0 ? gammaQuantile('lower', count, TAIL) : 0,
    high: gammaQuantile('upper', count + 1, TAIL),
  }
}
