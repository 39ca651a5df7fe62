import { midRank } from '../engine/statistics/mid-rank.ts'
import type { ReferencePlaces } from '../engine/statistics/reference-places.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import type { CountEvidence, RankEvidence } from './evidence.ts'

/** Above this a place is a district, and comparing places means nothing. */
export const MOST_RANKED_M2 = 500_000
const LEAST_PLACES = 30

/** Where the footprint's count of each group stands among comparable places. */
export function rankEvidence(
  footprintM2: number,
  counts: readonly CountEvidence[],
  reference: ReferencePlaces | null,
  seed: number,
): readonly RankEvidence[] {
  return CATEGORY_GROUPS.map(({ code }, group) => {
    const places = reference?.accepted ?? 0
    const base = {
      id: `rank-${code}`,
      group: code,
      places,
      more: 0,
      equal: 0,
      percentile: null,
      interval: null,
      matchedOn: reference?.matchedOn ?? 'incidents',
      seed,
    } as const
    if (footprintM2 > MOST_RANKED_M2) return { ...base, status: 'too-large' }
    if (reference === null || places < LEAST_PLACES) return { ...base, status: 'too-few-places' }
    const here = counts.find((count) => count.zone === 0 && count.group === code)!.count
    const others = reference.counts.subarray(group * places, (group + 1) * places)
    return { ...base, status: 'ok', ...midRank(here, others) }
  })
}
