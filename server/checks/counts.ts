import { dispersionIndex, OVERDISPERSED_ABOVE } from '../engine/statistics/dispersion.ts'
import { garwoodInterval } from '../engine/statistics/poisson.ts'
import { compareTwoPeriods } from '../engine/statistics/two-periods.ts'
import { CATEGORIES, CATEGORY_GROUPS, categoriesOfGroup } from '../engine/snapshot/categories.ts'
import type { CountEvidence, EvidenceZone } from './evidence.ts'
import type { UnitCounts } from './unit-counts.ts'
import { daysOfSteps, type SpreadSteps } from '../engine/time/periods.ts'
import type { Interval, OpenInterval } from '../engine/statistics/interval.ts'

const HECTARE_M2 = 10_000
/** Less land than this gives no figure per hectare. */
const LEAST_LAND_M2 = 500

interface Subject {
  readonly group: string | null
  readonly category: string | null
  readonly members: readonly number[]
}

/** Sensitive categories are not counted, and so must not read as none. */
const SUBJECTS: readonly Subject[] = [
  ...CATEGORY_GROUPS.map(({ code }) => ({ group: code, category: null, members: categoriesOfGroup(code) })),
  ...CATEGORIES.flatMap(({ code, sensitive }, index) =>
    sensitive ? [] : [{ group: null, category: code, members: [index] }],
  ),
]

/**
 * Counts of every group and category in every zone, with their exact intervals and the exact comparison with the year
 * before. A zone without cells in the population has none.
 *
 * @param comparable whether the sources cover the period a year earlier
 */
export function countEvidence(
  counts: UnitCounts,
  zones: readonly EvidenceZone[],
  spread: SpreadSteps,
  comparable: boolean,
): readonly CountEvidence[] {
  const counted = zones.filter(({ areaM2 }) => areaM2 > 0)
  return counted.flatMap((zone) =>
    SUBJECTS.map((subject) => {
      const at = (block: readonly Float64Array[]) =>
        subject.members.reduce((sum, c) => sum + block[zone.zone]![c]!, 0)
      const dispersion = pooledDispersion(spread, (step) => at(counts.series[step]!))
      return one(subject, zone, at(counts.period), comparable ? at(counts.earlier) : null, dispersion)
    }),
  )
}

function one(
  subject: Subject,
  zone: EvidenceZone,
  count: number,
  yearEarlier: number | null,
  dispersion: number | null,
): CountEvidence {
  const scaled = dispersion !== null && dispersion > OVERDISPERSED_ABOVE
  const compared =
    yearEarlier === null || count + yearEarlier === 0
      ? null
      : compareTwoPeriods(count, yearEarlier, { dispersion: scaled ? dispersion : 1 })
  return {
    id: `count-${subject.group ?? subject.category}-${zone.zone}`,
    zone: zone.zone,
    group: subject.group,
    category: subject.category,
    count,
    interval: garwoodInterval(count),
    perHectare: zone.landM2 >= LEAST_LAND_M2 ? count / (zone.landM2 / HECTARE_M2) : null,
    yearEarlier,
    ratio: compared?.ratio ?? null,
    ratioInterval: compared?.interval ? bounded(compared.interval) : null,
    p: compared?.p ?? null,
    dispersion,
    scaled,
  }
}

/** Mean of the dispersion indexes of the periods, each about its own mean, so that a change of level is no spread. */
function pooledDispersion(spread: SpreadSteps, countOf: (step: number) => number): number | null {
  const days = daysOfSteps(spread.borders)
  const indexes = spread.runs
    .map(({ first, steps }) =>
      dispersionIndex(
        Array.from({ length: steps }, (_, k) => countOf(first + k)),
        days.subarray(first, first + steps),
      ),
    )
    .filter((index) => !Number.isNaN(index))
  return indexes.length === 0 ? null : indexes.reduce((sum, index) => sum + index, 0) / indexes.length
}

function bounded({ low, high }: Interval): OpenInterval {
  return { low, high: Number.isFinite(high) ? high : null }
}
