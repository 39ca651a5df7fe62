import { type BaselineRegression, baselineRegression } from './baseline-regression.ts'
import type { Interval } from './interval.ts'
import { median, orderStatistic } from './order-statistic.ts'

/** Incidents of a place after a measure, and in the baseline before it. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

/** The change of a place against the changes of places without the measure. */
export interface PlaceboComparison {
  /** log((a + ½)/(b/k + ½)) of the place less that expected by the placebos: below 0 it fell more than they did. */
  readonly difference: number
  /** exp(difference): incidents as a multiple of what the comparable places' change predicts. */
  readonly ratio: number
  /** 95 % interval of the ratio, from the placebos' own spread. */
  readonly interval: Interval
  /** Two-sided, by rank among the placebos; never below 1/(1 + disjoint). */
  readonly p: number
  /** The placebos' median log ratio, moved to the place's baseline. */
  readonly median: number
  /** Variance of the place's log ratio beyond that of its counts: τ² between the placebos, and the error of `median`. */
  readonly between: number
  /** The 95 % quantile c of the placebos' |t|. */
  readonly critical: number
  /** The smallest fall, 0–1, that would be found four times in five; null where none would. */
  readonly detectable: number | null
}

/** Normal quantile of a power of 80 %. */
const POWER_QUANTILE = 0.84
/** The square of the normal distribution's upper quartile: the median of a squared standard normal. */
const MEDIAN_SQUARE = 0.4549
const LEVEL = 0.95

/** √n times the standard error, as a share, of a normal variance that is estimated by the median of n squares. */
const MEDIAN_SQUARE_ERROR = 2.33

/**
 * A change of counts judged by places without the measure ("placebos"). With a after and b in k baseline periods:
 * L = log((a + ½)/(b/k + ½)), v = 1/(a + ½) + 1/(b + ½); m(b) = α + β/(b + ½) the placebos' L regressed on their
 * baselines, s² the squared error of m at the place; u the variance v expected from b, with b/k·eᵐ for a;
 * τ² = max(0, median((L − m)²/0.4549 − u)) and one standard error more, 2.33·(median u + τ²)/√D, as it is uncertain and
 * weighs more at a busy place than at its quieter placebos; t = (L − m)/√(v + τ²), of the place (L − m)/√(v + τ² + s²).
 * p = (1 + #{|t| ≥ |t of the place|})/(1 + N); the interval is (L − m) ± c·√(v + τ² + s²) with c the placebos' |t| at
 * rank ⌈0.95 (N + 1)⌉. A permutation test over places with a variance of random effects, and the interval of a
 * prediction, as in meta-analysis (Higgins, Thompson & Spiegelhalter 2009).
 *
 * @param place counts of the place with the measure
 * @param placebos at least 20
 * @param baselines k, how many baseline periods of the same length `before` adds up
 * @param disjoint D, how many of the placebos share no cell
 */
export function compareWithPlacebos(
  place: BeforeAfter,
  placebos: readonly BeforeAfter[],
  { baselines, disjoint }: { readonly baselines: number; readonly disjoint: number },
): PlaceboComparison {
  const spread = placeboSpread(placebos, { baselines, disjoint })
  const { sizes } = spread
  const center = spread.expectedAt(place.before)
  const between = spread.between + spread.errorAt(place.before)
  const difference = logRatio(place, baselines) - center
  const error = Math.sqrt(variance(place) + between)
  const size = Math.abs(difference) / error
  const asLarge = sizes.reduce((count, other) => count + (other >= size ? 1 : 0), 0)
  const critical = quantileAtRank(sizes)
  return {
    difference,
    ratio: Math.exp(difference),
    interval: {
      low: Math.exp(difference - critical * error),
      high: Math.exp(difference + critical * error),
    },
    p: Math.max((1 + asLarge) / (1 + placebos.length), 1 / (1 + disjoint)),
    median: center,
    between,
    critical,
    detectable: detectableFall(place.before, { baselines, median: center, between, critical }),
  }
}

interface PlaceboSpread extends BaselineRegression {
  /** τ² and its standard error. */
  readonly between: number
  /** |t| of each placebo. */
  readonly sizes: Float64Array
}

function placeboSpread(
  placebos: readonly BeforeAfter[],
  { baselines, disjoint }: { readonly baselines: number; readonly disjoint: number },
): PlaceboSpread {
  const logs = Float64Array.from(placebos, (counts) => logRatio(counts, baselines))
  const befores = Float64Array.from(placebos, ({ before }) => before)
  const variances = Float64Array.from(placebos, variance)
  const overall = median(logs)
  const plain = expectedVariances(befores, baselines, () => overall)
  const rough = betweenVariance(
    logs.map((log) => log - overall),
    plain,
    disjoint,
  )
  const weights = plain.map((expected) => 1 / (expected + rough))
  const regression = baselineRegression({ logs, befores, weights, disjoint })
  const deviations = logs.map((log, k) => log - regression.expectedAt(befores[k]!))
  const between = betweenVariance(
    deviations,
    expectedVariances(befores, baselines, regression.expectedAt),
    disjoint,
  )
  const sizes = deviations.map((own, k) => Math.abs(own) / Math.sqrt(variances[k]! + between))
  return { ...regression, between, sizes }
}

/** Variances of log ratios at the counts that are expected from the baselines. */
function expectedVariances(
  befores: Float64Array,
  baselines: number,
  expectedAt: (before: number) => number,
): Float64Array {
  return befores.map((before) => {
    const after = (before / baselines) * Math.exp(expectedAt(before))
    return variance({ before, after })
  })
}

/**
 * The τ² at which the median of squared deviations over their variances is that of a squared standard normal, and one
 * standard error of it.
 */
function betweenVariance(deviations: Float64Array, variances: Float64Array, disjoint: number): number {
  const estimate = Math.max(0, median(deviations.map((own, k) => own ** 2 / MEDIAN_SQUARE - variances[k]!)))
  return estimate + (MEDIAN_SQUARE_ERROR * (median(variances) + estimate)) / Math.sqrt(disjoint)
}

/**
 * The smallest fall f for which −log(1 − f) ≥ (c + 0.84)·√(1/(μ(1 − f) + ½) + 1/(b + ½) + τ²), μ = b/k·eᵐ: it would
 * be found in four of five measures that had it. Also shown before a measure is decided.
 *
 * @param before incidents of the place in the baseline
 * @returns 0–1, to 0.001; null where no fall would be found
 */
export function detectableFall(
  before: number,
  {
    baselines,
    median: center,
    between,
    critical,
  }: Pick<PlaceboComparison, 'median' | 'between' | 'critical'> & {
    readonly baselines: number
  },
): number | null {
  const expected = (before / baselines) * Math.exp(center)
  const isFound = (fall: number) => {
    const error = Math.sqrt(1 / (expected * (1 - fall) + 0.5) + 1 / (before + 0.5) + between)
    return -Math.log(1 - fall) >= (critical + POWER_QUANTILE) * error
  }
  // The effect grows without bound as f nears 1, the error does not, so the search ends.
  for (let thousandths = 1; thousandths < 1000; thousandths++)
    if (isFound(thousandths / 1000)) return thousandths / 1000
  return null
}

function logRatio({ before, after }: BeforeAfter, baselines: number): number {
  return Math.log((after + 0.5) / (before / baselines + 0.5))
}

function variance({ before, after }: BeforeAfter): number {
  return 1 / (after + 0.5) + 1 / (before + 0.5)
}

/** The value at rank ⌈0.95 (N + 1)⌉, ascending; the largest where there are fewer. */
function quantileAtRank(values: Float64Array): number {
  const rank = Math.min(Math.ceil(LEVEL * (values.length + 1)), values.length)
  return orderStatistic(values, rank - 1)
}
