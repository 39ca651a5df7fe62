import {
  type DisplacementDifference,
  displacementDifference,
  displacementQuotient,
  type RelativeEffect,
  relativeEffect,
} from '../statistics/displacement-formulas.ts'
import type { RingedCounts } from './placebo-places.ts'

/** The published formulas with one control, for comparison with other studies; nothing is concluded from them. */
export interface PublishedFormulas {
  /** The placebo whose baseline is nearest the site's. */
  readonly control: RingedCounts
  /** WDD (Wheeler & Ratcliffe 2018), per period of the length after. */
  readonly difference: DisplacementDifference
  /** RES (Welsh & Farrington 2009); null where a count is 0. */
  readonly effect: RelativeEffect | null
  /** WDQ (Bowers & Johnson 2003); null where the site did not improve. */
  readonly quotient: number | null
}

/**
 * WDD, RES and WDQ of a site and its ring, with the placebo as control whose baseline is nearest the site's (the first
 * of equals), and its ring as the control of the ring.
 *
 * @param placebos at least one
 * @param baselines how many baseline periods `before` adds up
 */
export function publishedFormulas(
  own: RingedCounts,
  placebos: readonly RingedCounts[],
  baselines: number,
): PublishedFormulas {
  const distance = ({ site }: RingedCounts) => Math.abs(site.before - own.site.before)
  const control = placebos.reduce((best, other) => (distance(other) < distance(best) ? other : best))
  const counts = {
    treated: own.site,
    control: control.site,
    displacement: own.ring,
    displacementControl: control.ring,
  }
  return {
    control,
    difference: displacementDifference(counts, [baselines, 1]),
    effect: relativeEffect(counts),
    quotient: displacementQuotient(counts),
  }
}
