/** Summary of all values that a local statistic needs. */
export interface Spread {
  readonly n: number
  readonly mean: number
  /** Standard deviation with divisor n. */
  readonly sd: number
}

/** Mean and standard deviation (divisor n) of the values whose `included` entry is not 0; all without it. */
export function spreadOf(values: ArrayLike<number>, included?: ArrayLike<number>): Spread {
  let n = 0
  let sum = 0
  for (let k = 0; k < values.length; k++) {
    if (included !== undefined && included[k] === 0) continue
    n++
    sum += values[k]!
  }
  const mean = n === 0 ? 0 : sum / n
  let squares = 0
  for (let k = 0; k < values.length; k++) {
    if (included === undefined || included[k] !== 0) squares += (values[k]! - mean) ** 2
  }
  return { n, mean, sd: n === 0 ? 0 : Math.sqrt(squares / n) }
}

/**
 * z of Gi* with binary weights, self included (Getis & Ord 1992; Ord & Getis 1995):
 * (Σx − W·x̄) / (S·√((nW − W²)/(n − 1))), S with divisor n; for binary weights Σw = Σw² = W.
 *
 * A description, never a test here: on counts its normal p calls single events hot (see `pNormal`).
 *
 * @param sum values of the cell and its neighbours, added up
 * @param neighbours W: how many cells that is, itself included
 * @returns NaN when all values are equal or the neighbourhood is everything
 */
export function giStar(sum: number, neighbours: number, { n, mean, sd }: Spread): number {
  const scale = sd * Math.sqrt((n * neighbours - neighbours * neighbours) / (n - 1))
  return scale > 0 ? (sum - neighbours * mean) / scale : Number.NaN
}

/**
 * z of Gi, the cell itself left out of the sum, the mean and the variance (Ord & Getis 1995).
 *
 * @param value the cell's own value
 * @param sum values of its neighbours without itself
 * @param neighbours W: how many neighbours
 */
export function giOthers(value: number, sum: number, neighbours: number, { n, mean, sd }: Spread): number {
  const others = n - 1
  const meanOthers = (n * mean - value) / others
  const squares = n * (sd * sd + mean * mean) - value * value
  const variance = squares / others - meanOthers * meanOthers
  const scale = Math.sqrt((variance * (others * neighbours - neighbours * neighbours)) / (others - 1))
  return scale > 0 ? (sum - neighbours * meanOthers) / scale : Number.NaN
}
