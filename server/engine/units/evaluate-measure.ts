import {
  type BeforeAfter,
  compareWithPlacebos,
  type PlaceboComparison,
} from '../statistics/placebo-comparison.ts'
import type { Cell, CellPopulation } from '../statistics/surface-types.ts'
import { type PublishedFormulas, publishedFormulas } from './published-formulas.ts'
import type { Interval } from '../statistics/interval.ts'
import { placeboBand, type SeriesValues } from './placebo-band.ts'
import {
  type PeriodValues,
  placeboPlaces,
  type PlaceboStep,
  type RingedCounts,
  type TreatedCells,
} from './placebo-places.ts'

/** Below this many incidents in the baseline no comparison is made. */
export const MIN_BASELINE = 20
const LEVEL = 0.05

/** The conclusion on a measure's area. */
export type EvaluationConclusion =
  | 'fell-more'
  | 'rose-more'
  | 'not-told-apart'
  | 'too-few'
  | 'no-comparable-places'

export interface MeasureEvaluation {
  readonly conclusion: EvaluationConclusion
  readonly counts: RingedCounts
  /** Null where the baseline has too few incidents, or no place is comparable. */
  readonly comparison: {
    readonly step: PlaceboStep
    readonly placebos: number
    readonly disjoint: number
    /** The comparison that the conclusion rests on. */
    readonly site: PlaceboComparison
    /** Displacement, where it rose; diffusion of benefit, where it fell. */
    readonly ring: PlaceboComparison
    readonly both: PlaceboComparison
    readonly published: PublishedFormulas
    /** One a step of the series: where nine of ten comparable places would lie at the site's level. */
    readonly band: readonly Interval[]
  } | null
}

/**
 * Evaluates the change in a measure's area against all comparable places without the measure. The conclusion is about
 * the area alone; the ring and both together are reported with it.
 *
 * @param periods counts by cell after the measure, and of `baselines` equal periods before it
 * @param others cells of other measures' areas
 */
export function evaluateMeasure(
  treated: TreatedCells,
  population: CellPopulation,
  periods: PeriodValues & { readonly baselines: number },
  others: readonly Cell[],
  series: SeriesValues = { steps: [], perPeriod: 1 },
): MeasureEvaluation {
  const { own, placebos } = placeboPlaces(treated, population, periods, others)
  if (own.site.before < MIN_BASELINE) return { conclusion: 'too-few', counts: own, comparison: null }
  if (placebos === null) return { conclusion: 'no-comparable-places', counts: own, comparison: null }
  const { step, places, disjoint } = placebos
  const scale = own.site.before / (periods.baselines * series.perPeriod)
  const compared = (of: (counts: RingedCounts) => BeforeAfter) =>
    compareWithPlacebos(of(own), places.map(of), { baselines: periods.baselines, disjoint })
  const site = compared((counts) => counts.site)
  return {
    conclusion: conclusionOf(site),
    counts: own,
    comparison: {
      step,
      placebos: places.length,
      disjoint,
      site,
      ring: compared((counts) => counts.ring),
      both: compared(bothOf),
      published: publishedFormulas(own, places, periods.baselines),
      band: placeboBand(placebos, series, periods.baselines, scale),
    },
  }
}

function bothOf({ site, ring }: RingedCounts): BeforeAfter {
  return { before: site.before + ring.before, after: site.after + ring.after }
}

function conclusionOf({ p, difference }: PlaceboComparison): EvaluationConclusion {
  if (p > LEVEL) return 'not-told-apart'
  return difference < 0 ? 'fell-more' : 'rose-more'
}
