import type { BeforeAfter } from './placebo-comparison.ts'
import type { Interval } from './interval.ts'

/** Quantiles of the normal distribution. */
const QUANTILE_95 = 1.959963984540054

/** The four areas of the published designs; displacement areas are optional. */
export interface DisplacementCounts {
  readonly treated: BeforeAfter
  readonly control: BeforeAfter
  readonly displacement?: BeforeAfter
  readonly displacementControl?: BeforeAfter
}

/** A weighted displacement difference: fewer incidents than expected below 0. */
export interface DisplacementDifference {
  readonly difference: number
  readonly standardError: number
  readonly z: number
  /** 95 %, normal. */
  readonly interval: Interval
}

/**
 * Weighted displacement difference (Wheeler & Ratcliffe 2018): (ΔT − ΔC) + (ΔDt − ΔDc), with the sum of the eight counts as
 * its variance (Poisson). Counts of unequal periods are divided by their lengths, and their variances by the squares.
 *
 * Control 20→20, treated 20→10: −10, SE 8.3666, z −1.19523.
 *
 * @param lengths of the periods: (2, 1) where the one before is twice as long
 */
export function displacementDifference(
  counts: DisplacementCounts,
  lengths: readonly [before: number, after: number] = [1, 1],
): DisplacementDifference {
  const areas = [
    [counts.treated, 1],
    [counts.control, -1],
    [counts.displacement, 1],
    [counts.displacementControl, -1],
  ] as const
  const [before, after] = lengths
  let [difference, variance] = [0, 0]
  for (const [area, sign] of areas) {
    if (area === undefined) continue
    difference += sign * (area.after / after - area.before / before)
    variance += area.after / after ** 2 + area.before / before ** 2
  }
  const standardError = Math.sqrt(variance)
  const reach = QUANTILE_95 * standardError
  return {
    difference,
    standardError,
    z: difference / standardError,
    interval: { low: difference - reach, high: difference + reach },
  }
}

/** An odds-like ratio of changes, above 1 where the treated area fared better. */
export interface RelativeEffect {
  readonly ratio: number
  readonly interval: Interval
}

/**
 * Relative effect size (Welsh & Farrington 2009): ad/bc with a, b the treated counts before and after, c, d the control's; the
 * log has variance Σ 1/count. Treated 207→110, control 308→318: 1.942916, 95 % 1.4694–2.5690.
 *
 * @returns null where a count is 0
 */
export function relativeEffect({ treated, control }: DisplacementCounts): RelativeEffect | null {
  const counts = [treated.before, treated.after, control.before, control.after] as const
  if (counts.some((count) => count === 0)) return null
  const [a, b, c, d] = counts
  const log = Math.log((a * d) / (b * c))
  const reach = QUANTILE_95 * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0))
  return { ratio: Math.exp(log), interval: { low: Math.exp(log - reach), high: Math.exp(log + reach) } }
}

/**
 * Weighted displacement quotient (Bowers & Johnson 2003): (Da/Ca − Db/Cb)/(Ra/Ca − Rb/Cb), D the displacement area, R the
 * treated one, C the control, a after and b before. Negative where incidents were displaced, positive where benefit
 * spread; means something only where the treated area improved.
 *
 * @returns null where it means nothing: a control of 0, or no improvement of the treated area
 */
export function displacementQuotient(
  counts: Required<Omit<DisplacementCounts, 'displacementControl'>>,
): number | null {
  const { treated, control, displacement } = counts
  if (control.before === 0 || control.after === 0) return null
  const change = (area: BeforeAfter) => area.after / control.after - area.before / control.before
  const improvement = change(treated)
  return improvement < 0 ? change(displacement) / improvement : null
}
