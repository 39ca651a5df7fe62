import { CATEGORY_GROUPS, GROUP_OF_CATEGORY } from '../engine/snapshot/categories.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { MonthRange } from '../engine/time/months.ts'
import { type PlaceRanks, rankPlace } from '../engine/units/rank-place.ts'
import type { SiteUnits } from '../engine/units/site-units.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { unitValues } from '../engine/units/unit-sums.ts'
import type { RankEvidence } from './evidence.ts'
import type { UnitReader } from '../units/index.ts'
import { type TimeUnit, unitOfGroup } from './subjects.ts'
import { bucketsOfReader } from './unit-counts.ts'

/** Where a site stands among comparable places, group by group. */
export interface GroupRanks {
  readonly matchedOn: RankEvidence['matchedOn']
  /** By group, in the order of CATEGORY_GROUPS: the ranks of all of them, and which of those is the group's. */
  readonly groups: readonly { readonly ranks: PlaceRanks; readonly figure: number }[]
}

/** Input of the ranks. */
export interface RankQuery {
  /** By the unit of time in which a group is disclosed. */
  readonly months: Readonly<Partial<Record<TimeUnit, MonthRange>>>
  readonly matchedOn: RankEvidence['matchedOn']
  readonly reader: UnitReader
}

/**
 * The ranks of a site for each group: places are comparable by their residents or, where no statistical areas carry any,
 * by the incidents of the other groups.
 */
export function groupRanks(
  site: SiteUnits,
  cube: UnitCube,
  population: CellPopulation,
  { months, matchedOn, reader }: RankQuery,
): GroupRanks {
  const figures = groupValues(cube, months, reader)
  const { residents } = population
  if (matchedOn === 'residents' && residents !== null) {
    const ranks = rankPlace(site, { population, comparable: residents, figures })
    return { matchedOn, groups: CATEGORY_GROUPS.map((_, figure) => ({ ranks, figure })) }
  }
  const all = new Float64Array(population.landArea.length)
  for (const figure of figures) for (let cell = 0; cell < all.length; cell++) all[cell]! += figure[cell]!
  const groups = figures.map((figure) => {
    const comparable = all.map((sum, cell) => sum - figure[cell]!)
    return { ranks: rankPlace(site, { population, comparable, figures: [figure] }), figure: 0 }
  })
  return { matchedOn: 'incidents', groups }
}

/**
 * Incidents by group, in the order of CATEGORY_GROUPS, each over the months in which it is disclosed: one number a
 * cell.
 */
function groupValues(
  cube: UnitCube,
  months: RankQuery['months'],
  reader: UnitReader,
): readonly Float64Array[] {
  return CATEGORY_GROUPS.map(({ code }, group) => {
    const bucketOfCategory = GROUP_OF_CATEGORY.map((other) => (other === group ? 0 : -1))
    const buckets = bucketsOfReader(reader, { bucketOfCategory, buckets: 1 })
    return unitValues(cube, months[unitOfGroup(code, reader)]!, buckets)[0]!
  })
}

const STATUS = {
  ranked: 'ok',
  'too-few': 'too-few-places',
  'too-large': 'too-large',
  'outside-population': 'outside-population',
} as const

/** The ranks as evidence: how many of the disjoint places have more. */
export function rankEvidence({ matchedOn, groups }: GroupRanks): readonly RankEvidence[] {
  return CATEGORY_GROUPS.map(({ code }, group) => {
    const { ranks, figure } = groups[group]!
    const base = { id: `rank-${code}`, group: code, matchedOn, status: STATUS[ranks.kind] }
    if (ranks.kind !== 'ranked') return { ...base, ...NO_RANK, ...placesOf(ranks) }
    const { share, interval } = ranks.ranks[figure]!
    return {
      ...base,
      ...placesOf(ranks),
      more: Math.round(share * ranks.disjoint),
      share,
      interval,
      apart: interval.low > 0.5 || interval.high < 0.5,
      whole: ranks.whole,
    }
  })
}

const NO_RANK = { more: 0, share: null, interval: null, apart: false, whole: true } as const

function placesOf(ranks: PlaceRanks): Pick<RankEvidence, 'places' | 'placements'> {
  return 'disjoint' in ranks
    ? { places: ranks.disjoint, placements: ranks.placements }
    : { places: 0, placements: 0 }
}
