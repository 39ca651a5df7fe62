/** Changes of places by their baselines: what a place of a baseline is expected to do without a measure. */
export interface BaselineRegression {
  /** Expected log ratio of a place. @param before incidents in its baseline */
  expectedAt(before: number): number
  /** Squared standard error of that expectation. */
  errorAt(before: number): number
}

export interface RegressedPlaces {
  readonly logs: Float64Array
  /** Incidents in their baselines. */
  readonly befores: Float64Array
  /** Inverse variances of the log ratios given the baselines. */
  readonly weights: Float64Array
  /** How many of them share no cell: what overlaps with another adds no information. */
  readonly disjoint: number
}

/** π/2: by how much the variance of a median exceeds that of a mean. */
const MEDIAN_INEFFICIENCY = Math.PI / 2
/** Below this share of the baselines' own size their spread is rounding. */
const NO_SPREAD = 1e-12

/**
 * Log ratios regressed on x = 1/(b + ½). Places with b incidents fall after it by an amount in proportion to the error
 * of log b, which is 1/b, where places with more are rarer (regression to the mean; Tweedie's formula, Efron 2011), so
 * that quiet places tell of a busy one only with that slope: L = α + βx. β is by weighted least squares as in
 * meta-regression (Thompson & Higgins 2002), and never above 0, as the falls of a few busy places would make it. α is
 * the weighted median of L − βx, which other places' own changes do not move. The squared error of the expectation is
 * (N/D)·(π/2 ÷ Σw + (x − x̄)² ÷ Σw(x − x̄)²), with D disjoint of N places.
 */
export function baselineRegression({
  logs,
  befores,
  weights,
  disjoint,
}: RegressedPlaces): BaselineRegression {
  const terms = befores.map(term)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = weightedSum(weights, (k) => terms[k]!) / total
  const spread = weightedSum(weights, (k) => (terms[k]! - mean) ** 2)
  const hasSpread = spread > NO_SPREAD * total * mean ** 2
  const found = hasSpread ? weightedSum(weights, (k) => (terms[k]! - mean) * logs[k]!) / spread : 0
  const slope = Math.min(0, found)
  const level = weightedMedian(
    logs.map((log, k) => log - slope * terms[k]!),
    weights,
  )
  const overlap = logs.length / disjoint
  return {
    expectedAt: (before) => level + slope * term(before),
    errorAt(before) {
      const slopeError = hasSpread ? (term(before) - mean) ** 2 / spread : 0
      return overlap * (MEDIAN_INEFFICIENCY / total + slopeError)
    },
  }
}

function term(before: number): number {
  return 1 / (before + 0.5)
}

function weightedSum(weights: Float64Array, valueAt: (k: number) => number): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) sum += weights[k]! * valueAt(k)
  return sum
}

/** The first value, ascending, at which half of the weight is reached. */
function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2
  const reachesHalf = (bound: number) => {
    let sum = 0
    for (let k = 0; k < values.length; k++) if (values[k]! <= bound) sum += weights[k]!
    return sum >= half
  }
  // Sorting numbers and adding fifteen times takes a fifth of sorting indices by a function, measured at 20,000.
  const sorted = values.toSorted()
  let [first, last] = [0, sorted.length - 1]
  while (first < last) {
    const middle = (first + last) >> 1
    if (reachesHalf(sorted[middle]!)) last = middle
    else first = middle + 1
  }
  return sorted[first]!
}
