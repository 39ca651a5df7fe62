import type { MultiPolygon, Polygon } from 'geojson'
import { bufferRegion } from '../../engine/geometry/planar/buffer-region.ts'
import { type PlanarPolygon, planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'
import type { Register } from '../../engine/disclosure/registers.ts'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { AreaFigure, PerceivedSafetyFigure, PublicContents, ReleaseArea } from '../../releases/index.ts'

/** Distances within which statistical areas count as touching the site or its rings, metres. */
export const REACHES_METRES = [0, 100, 250] as const
const MAX_YEARS = 3
const MAX_QUARTERS = 4 * MAX_YEARS
/** Areas whose borders touch share less than this. */
const MIN_COMMON_M2 = 1

/** A published release. */
export interface PublishedRelease {
  readonly key: string
  /** ISO instant. */
  readonly publishedAt: string
  readonly contents: PublicContents
}

/** A statistical area or district in a document. */
export interface DocumentArea {
  readonly key: string
  readonly name: string
  readonly residents: number | null
}

/** A sum over the districts' released counts; a lower bound where some are hidden. */
export interface CitySum {
  readonly register: Register
  readonly group: CategoryGroupCode
  readonly period: string
  readonly count: number
  readonly atLeast: boolean
}

/** The released figures that a document about a site repeats. Computed from public data only. */
export interface ReleasedFigures {
  /** The releases that the figures are taken from, newest first. */
  readonly releases: readonly Omit<PublishedRelease, 'contents'>[]
  /** Areas that the site or its surroundings touch, nearest first. @see REACHES_METRES */
  readonly statisticalAreas: readonly (DocumentArea & { readonly reachMetres: number })[]
  readonly byStatisticalArea: readonly AreaFigure[]
  /** Districts that the site itself touches. */
  readonly districts: readonly DocumentArea[]
  readonly byDistrict: readonly AreaFigure[]
  /** All districts together, for the periods of `byDistrict`. */
  readonly city: readonly CitySum[]
  /** For the districts, from the newest release that has any. */
  readonly perceivedSafety: readonly PerceivedSafetyFigure[]
  readonly sources: PublicContents['sources']
}

/**
 * The released figures about a site: of the last three published years, and their quarters.
 *
 * @param footprint metres in the city's CRS
 * @returns null where nothing is published
 */
export function releasedFigures(
  footprint: Polygon | MultiPolygon,
  published: readonly PublishedRelease[],
): ReleasedFigures | null {
  const newest = published.toSorted((a, b) => (a.key < b.key ? 1 : -1))
  const years = newest.filter(({ key }) => !key.includes('Q')).slice(0, MAX_YEARS)
  const quarters = newest.filter(({ key }) => key.includes('Q')).slice(0, MAX_QUARTERS)
  const cited = [...years, ...quarters]
  if (cited.length === 0) return null
  const site = planarPolygon(footprint)
  const near = years.flatMap(({ contents }) => statisticalAreasNear(contents, site))
  const keys = new Set(near.map(({ key }) => key))
  const districts = cited.flatMap(({ contents }) =>
    contents.areas.filter((area) => reachOf(area, site) === 0),
  )
  const districtKeys = new Set(districts.map(({ key }) => key))
  return {
    releases: cited.map(({ key, publishedAt }) => ({ key, publishedAt })),
    statisticalAreas: distinct(near).toSorted((a, b) => a.reachMetres - b.reachMetres),
    byStatisticalArea: years.flatMap(({ contents }) =>
      (contents.statistical?.figures ?? []).filter(({ area }) => keys.has(area)),
    ),
    districts: distinct(districts.map(named)),
    byDistrict: cited.flatMap(({ contents }) =>
      contents.areaFigures.filter(({ area }) => districtKeys.has(area)),
    ),
    city: cited.flatMap(({ contents }) => citySums(contents)),
    perceivedSafety: perceivedSafetyOf(cited, districtKeys),
    sources: [
      ...new Map(
        cited.flatMap(({ contents }) => contents.sources).map((source) => [source.title, source]),
      ).values(),
    ],
  }
}

function statisticalAreasNear({ statistical }: PublicContents, site: PlanarPolygon) {
  const disclosed = new Set(statistical?.figures.map(({ area }) => area))
  return (statistical?.areas ?? []).flatMap((area) => {
    const reachMetres = disclosed.has(area.key) ? reachOf(area, site) : null
    return reachMetres === null ? [] : [{ ...named(area), reachMetres }]
  })
}

/** The smallest of the reaches at which a site overlaps an area; null beyond all. */
function reachOf({ planar }: Pick<ReleaseArea, 'planar'>, site: PlanarPolygon): number | null {
  const area = polygonRegion(planarPolygon(planar))
  const reach = REACHES_METRES.find(
    (metres) => regionArea(intersection(area, bufferRegion(site, metres))) >= MIN_COMMON_M2,
  )
  return reach ?? null
}

function named({ key, name, residents }: ReleaseArea): DocumentArea {
  return { key, name, residents }
}

function distinct<A extends DocumentArea>(areas: readonly A[]): readonly A[] {
  return [...new Map(areas.map((area) => [area.key, area])).values()]
}

function citySums({ areaFigures }: PublicContents): readonly CitySum[] {
  const sums = new Map<string, CitySum>()
  for (const { register, group, period, count } of areaFigures) {
    const key = `${register} ${group}`
    const { count: sum, atLeast } = sums.get(key) ?? { count: 0, atLeast: false }
    const isShown = typeof count === 'number'
    sums.set(key, {
      register,
      group,
      period,
      count: sum + (isShown ? count : 0),
      atLeast: atLeast || !isShown,
    })
  }
  return [...sums.values()]
}

function perceivedSafetyOf(
  cited: readonly PublishedRelease[],
  districts: ReadonlySet<string>,
): readonly PerceivedSafetyFigure[] {
  const disclosed = cited.map(({ contents }) => contents.felt.filter(({ area }) => districts.has(area)))
  return disclosed.find((figures) => figures.length > 0) ?? []
}
