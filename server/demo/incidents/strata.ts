import { categoryIndex } from '../../engine/snapshot/categories.ts'
import { distance, type Vec } from '../geometry/vector.ts'
import { type AliasTable, createAliasTable } from './alias-table.ts'
import type { Calendar } from './calendar.ts'
import { CATEGORY_MIX, type CategoryMix, type SourceId, type Span } from './mix.ts'
import { type Course, PLANTED_SPOTS, type PlantedPart, type PlantedSpot } from './planted.ts'
import { RHYTHMS, SEASONS, type SeasonName } from './rhythms.ts'
import type { Site, Sites } from './sites.ts'

/** Incidents of one category that come from one cause: the ordinary ones, or those of a planted spot. */
export interface Stratum {
  readonly categoryIndex: number
  readonly source: SourceId
  readonly span: Span
  readonly share: number
  readonly weeks: AliasTable
  readonly hours: AliasTable
  readonly streets: SitePool
  readonly addresses: SitePool
  readonly atAddress: number
  readonly dwelling: number
  readonly indoors: number
  readonly planted: boolean
}

/** Positions with their odds, metres from the city's origin. */
export interface SitePool {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly odds: AliasTable
}

/** Splits all incidents into strata; the shares of the planted ones come on top of the ordinary ones. */
export function createStrata(sites: Sites, calendar: Calendar): readonly Stratum[] {
  const streets = createPool(sites.streets)
  const addresses = createPool(sites.addresses)
  const ordinary = CATEGORY_MIX.map((mix) => ordinaryStratum(mix, streets, addresses, calendar))
  const planted = PLANTED_SPOTS.flatMap((spot) => spotStrata(spot, sites, calendar))
  return [...ordinary, ...planted]
}

function ordinaryStratum(
  mix: CategoryMix,
  streets: SitePool,
  addresses: SitePool,
  calendar: Calendar,
): Stratum {
  const { span, source, share, atAddress, dwelling, indoors } = mix
  return {
    categoryIndex: categoryIndex(mix.category)!,
    source,
    span,
    share,
    weeks: createAliasTable(weekOdds(mix.season, { kind: 'steady' }, calendar)),
    hours: createAliasTable(RHYTHMS[mix.rhythm]),
    streets,
    addresses,
    atAddress,
    dwelling,
    indoors,
    planted: false,
  }
}

function spotStrata(spot: PlantedSpot, sites: Sites, calendar: Calendar): Stratum[] {
  const weeks = createAliasTable(weekOdds(spot.season, spot.course, calendar))
  const hours = createAliasTable(RHYTHMS[spot.rhythm])
  const streets = createPool(around(spot.at, spot.radiusMetres, sites.streets))
  const middle = nearest(spot.at, sites.addresses)
  const addresses = createPool(
    spot.dominance > 0 ? [middle] : around(spot.at, spot.radiusMetres, sites.addresses),
  )
  return spot.parts.map((part) => spotStratum(part, spot, { weeks, hours, streets, addresses }))
}

type Tables = Pick<Stratum, 'weeks' | 'hours' | 'streets' | 'addresses'>

function spotStratum(
  { category, source, span, share }: PlantedPart,
  spot: PlantedSpot,
  tables: Tables,
): Stratum {
  return {
    ...tables,
    categoryIndex: categoryIndex(category)!,
    source,
    span,
    share,
    atAddress: spot.dominance > 0 ? spot.dominance : 0.25,
    dwelling: 0,
    indoors: spot.dominance,
    planted: true,
  }
}

function createPool(sites: readonly Site[]): SitePool {
  const pick = (axis: 0 | 1) => Float64Array.from(sites, ({ at }) => at[axis])
  return { x: pick(0), y: pick(1), odds: createAliasTable(sites.map(({ odds }) => odds)) }
}

/** Sites within nine tenths of a spot's radius, all with equal odds; the nearest one where there is none. */
function around(at: Vec, radiusMetres: number, sites: readonly Site[]): readonly Site[] {
  const near = sites.filter((site) => distance(site.at, at) < radiusMetres * 0.9)
  return near.length === 0 ? [nearest(at, sites)] : near.map((site) => ({ at: site.at, odds: 1 }))
}

const nearest = (at: Vec, sites: readonly Site[]): Site =>
  sites.reduce((best, site) => (distance(site.at, at) < distance(best.at, at) ? site : best))

function weekOdds(season: SeasonName, course: Course, calendar: Calendar): readonly number[] {
  return Array.from({ length: calendar.weeks }, (_, week) => {
    const year = calendar.yearOfWeek(week)
    return SEASONS[season][Math.floor((year % 1) * 12)]! * courseAt(course, year)
  })
}

/** The level of a course at a fractional year; 1 = full. */
function courseAt(course: Course, year: number): number {
  if (course.kind === 'steady') return 1
  const since = year - course.at
  if (course.kind === 'emerging') return since < 0 ? 0.002 : Math.min(1, 0.4 + since * 2)
  if (course.kind === 'fading') return since < 0 ? 1 : Math.max(0.03, 1 - since * 2.2)
  if (course.kind === 'until') return since < 0 ? 1 : course.remaining
  return since < 0 ? course.before : 1
}
