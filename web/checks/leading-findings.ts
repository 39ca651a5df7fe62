import type { Evidence, Finding, RankEvidence } from '../../server/checks/contract.ts'

/** So many differences come first; the rest is folded. */
const MAX_DIFFERENCES = 3
const MEDIAN = 0.5

/** The findings in the order of reading. */
export interface OrderedFindings {
  /** What the site is, and what its sources do not cover. */
  readonly place: readonly Finding[]
  /** Differences from comparable places, at most three: those that are farthest from the middle. */
  readonly differences: readonly Finding[]
  /** Whether any group could be compared with other places. */
  readonly compared: boolean
  readonly others: readonly Finding[]
}

/** Puts first what tells the place from comparable ones. */
export function orderedFindings({ findings, ranks }: Pick<Evidence, 'findings' | 'ranks'>): OrderedFindings {
  const rankOf = new Map(ranks.map((rank) => [rank.id, rank]))
  const distance = ({ evidence }: Finding) => distanceFromMiddle(rankOf.get(evidence[0] ?? ''))
  const farthest = new Set(
    findings
      .filter(({ kind, conclusive }) => kind === 'rank' && conclusive)
      .toSorted((a, b) => distance(b) - distance(a))
      .slice(0, MAX_DIFFERENCES),
  )
  const place = findings.filter(({ kind }) => kind === 'site' || kind === 'coverage')
  return {
    place,
    differences: findings.filter((finding) => farthest.has(finding)),
    compared: ranks.some(({ status }) => status === 'ok'),
    others: findings.filter((finding) => !farthest.has(finding) && !place.includes(finding)),
  }
}

/** How far the interval of the share keeps from the median; 0 where it holds it or there is none. */
function distanceFromMiddle(rank: RankEvidence | undefined): number {
  const interval = rank?.interval ?? null
  return interval === null ? 0 : Math.max(interval.low - MEDIAN, MEDIAN - interval.high, 0)
}
