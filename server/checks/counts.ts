import { dispersionIndex, OVERDISPERSED_ABOVE } from '../engine/statistics/dispersion.ts'
import { garwoodInterval } from '../engine/statistics/poisson.ts'
import { compareTwoPeriods } from '../engine/statistics/two-periods.ts'
import { categoriesOfGroup } from '../engine/snapshot/categories.ts'
import type { CountEvidence, EvidenceZone } from './evidence.ts'
import type { UnitReader } from '../units/index.ts'
import type { CheckPeriods } from './periods.ts'
import { SUBJECTS, type Subject, type TimeUnit, unitOfGroup, unitOfSubject } from './subjects.ts'
import type { CountsByUnit, UnitCounts } from './unit-counts.ts'
import { daysOfSteps, type SpreadSteps } from '../engine/time/periods.ts'
import type { Interval, OpenInterval } from '../engine/statistics/interval.ts'

const HECTARE_M2 = 10_000
/** Below this land area there is no figure per hectare. */
const MIN_LAND_M2 = 500

/**
 * Counts of every group and category in every zone, with their exact intervals and the exact comparison with the year
 * before. A zone without cells in the population has none. The dispersion of a category is estimated from its group,
 * because its own counts are too few.
 */
export function countEvidence(
  counts: CountsByUnit,
  zones: readonly EvidenceZone[],
  { of }: CheckPeriods,
  reader: UnitReader,
): readonly CountEvidence[] {
  const counted = zones.filter(({ areaM2 }) => areaM2 > 0)
  const dispersionOf = ({ within }: Subject, zone: number) => {
    if (within === null) return null
    const unit = unitOfGroup(within, reader)
    const { series } = counts[unit]!
    const members = categoriesOfGroup(within)
    return pooledDispersion(of[unit]!.spread, (step) => sumOf(members, series[step]![zone]!))
  }
  return counted.flatMap((zone) =>
    SUBJECTS.map((subject) => {
      const per = unitOfSubject(subject, reader)
      const { period, earlier } = counts[per]!
      const at = (sums: UnitCounts['period']) => sumOf(subject.members, sums[zone.zone]!)
      const before = of[per]!.comparable ? at(earlier) : null
      return one(subject, per, zone, at(period), before, dispersionOf(subject, zone.zone))
    }),
  )
}

function sumOf(categories: readonly number[], sums: Float64Array): number {
  return categories.reduce((sum, category) => sum + sums[category]!, 0)
}

function one(
  subject: Subject,
  per: TimeUnit,
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
    per,
    count,
    interval: garwoodInterval(count),
    perHectare: zone.landM2 >= MIN_LAND_M2 ? count / (zone.landM2 / HECTARE_M2) : null,
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
