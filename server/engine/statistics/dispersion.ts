/** Above this index a series is called overdispersed and intervals are scaled. */
export const OVERDISPERSED_ABOVE = 1.5

/**
 * Dispersion index of a series of counts of equal periods: sample variance (divisor n − 1) by mean (Fisher 1925). About 1 for a
 * Poisson series.
 *
 * @returns NaN for fewer than two values or a mean of 0
 */
export function dispersionIndex(series: ArrayLike<number>): number {
  const n = series.length
  let sum = 0
  for (let k = 0; k < n; k++) sum += series[k]!
  const mean = sum / n
  let squares = 0
  for (let k = 0; k < n; k++) squares += (series[k]! - mean) ** 2
  return n < 2 || mean === 0 ? Number.NaN : squares / (n - 1) / mean
}
