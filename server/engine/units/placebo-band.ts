import type { Interval } from '../statistics/interval.ts'
import type { Placebos } from './placebo-places.ts'

/** Steps to draw, by cell of the population's block, and how many of them a period has. */
export interface SeriesValues {
  readonly steps: Iterable<Float64Array>
  readonly perPeriod: number
}

/** Nine of ten placebos lie between these quantiles. */
const [LOW, HIGH] = [0.05, 0.95]

/**
 * The band of the placebos beside a series: at each step the 5 and 95 % quantiles of their counts, each divided by its
 * own mean in the baseline, at the site's level. It shows how much such places swing; nothing is concluded from it.
 *
 * @param scale incidents of the site a step in the baseline
 */
export function placeboBand(
  placebos: Pick<Placebos, 'sampled' | 'sampledSums'>,
  { steps, perPeriod }: SeriesValues,
  baselines: number,
  scale: number,
): readonly Interval[] {
  const levels = placebos.sampled.map(({ site }) => site.before / (baselines * perPeriod))
  return Array.from(steps, (values) => {
    const relative = placebos.sampledSums(values).map((count, k) => count / levels[k]!)
    const sorted = relative.toSorted()
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]! * scale
    return { low: at(LOW), high: at(HIGH) }
  })
}
