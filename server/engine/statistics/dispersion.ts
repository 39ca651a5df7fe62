/** Above this index a series is called overdispersed and intervals are scaled. */
export const OVERDISPERSED_ABOVE = 1.5

/**
 * Dispersion index of a series of counts: Pearson's χ² about one rate a day, by its degrees of freedom n − 1 (Fisher 1925;
 * for steps of equal length sample variance by mean). About 1 for a Poisson series.
 *
 * @param days length of each step, > 0
 * @returns NaN for fewer than two values or a mean of 0
 */
export function dispersionIndex(series: ArrayLike<number>, days: ArrayLike<number>): number {
  const n = series.length
  let [sum, length] = [0, 0]
  for (let k = 0; k < n; k++) {
    sum += series[k]!
    length += days[k]!
  }
  const perDay = sum / length
  let chiSquare = 0
  for (let k = 0; k < n; k++) chiSquare += (series[k]! - perDay * days[k]!) ** 2 / (perDay * days[k]!)
  return n < 2 || sum === 0 ? Number.NaN : chiSquare / (n - 1)
}
