import { OVERDISPERSED_ABOVE } from '../engine/statistics/dispersion.ts'
import type { OpenInterval } from '../engine/statistics/interval.ts'
import { compareTwoPeriods } from '../engine/statistics/two-periods.ts'
import type { CountEvidence, Evidence, EvidenceZone } from './evidence.ts'

/** The counts of one group on two sites, by hectare of land. */
export interface SiteDifference {
  readonly group: string
  /** Reports per hectare on the first site by those on the other; null where the other has none. */
  readonly ratio: number | null
  readonly interval: OpenInterval
  /** Whether the interval is widened, because reports come in clusters. */
  readonly scaled: boolean
}

/** Two sites side by side. */
export interface SiteDifferences {
  /** Cells of 50 m that belong to both: with any, the counts are not independent and nothing is compared. */
  readonly sharedCells: number
  readonly groups: readonly SiteDifference[]
}

/**
 * Compares two disjoint sites over the same period, group by group: the exact conditional binomial of two Poisson counts
 * (Przyborowski & Wilenski 1940; Clopper & Pearson 1934) with their land as exposure. Where the dispersion of either
 * series exceeds 1.5, the larger scales the interval. A group without reports on both is left out.
 */
export function siteDifferences(first: Evidence, other: Evidence): SiteDifferences {
  const [here, there] = [first.zones[0]!, other.zones[0]!]
  const sharedCells = commonCells(here, there)
  if (sharedCells > 0) return { sharedCells, groups: [] }
  return {
    sharedCells,
    groups: first.counts.flatMap((count) => {
      const pair = isOfSite(count) ? other.counts.find(({ id }) => id === count.id) : undefined
      return pair === undefined ? [] : difference(count, pair, here.landM2 / there.landM2)
    }),
  }
}

function isOfSite({ zone, group }: CountEvidence): boolean {
  return zone === 0 && group !== null
}

function commonCells({ cells: here = [] }: EvidenceZone, { cells: there = [] }: EvidenceZone): number {
  const held = new Set(here.map(String))
  return there.filter((cell) => held.has(String(cell))).length
}

function difference(
  first: CountEvidence,
  other: CountEvidence,
  exposureRatio: number,
): readonly SiteDifference[] {
  if (first.perHectare === null || other.perHectare === null) return []
  const dispersion = Math.max(first.dispersion ?? 1, other.dispersion ?? 1)
  const scaled = dispersion > OVERDISPERSED_ABOVE
  const { ratio, interval } = compareTwoPeriods(first.count, other.count, {
    exposureRatio,
    dispersion: scaled ? dispersion : 1,
  })
  if (interval === null) return []
  const { low, high } = interval
  const bounded = { low, high: Number.isFinite(high) ? high : null }
  return [{ group: first.group!, ratio, interval: bounded, scaled }]
}
