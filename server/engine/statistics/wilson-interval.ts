import type { Interval } from './interval.ts'

/** 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * 95 % score interval of a share (Wilson 1927): (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 *
 * @param share 0–1; need not be a whole number of n-ths
 * @param n ≥ 1
 */
export function wilsonInterval(share: number, n: number): Interval {
  const centre = share + (Z * Z) / (2 * n)
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  const scale = 1 + (Z * Z) / n
  return { low: Math.max(0, (centre - reach) / scale), high: Math.min(1, (centre + reach) / scale) }
}
