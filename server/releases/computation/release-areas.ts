import { mergeDistricts } from '../../engine/disclosure/merge-districts.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'
import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Area } from '../../engine/snapshot/features.ts'
import type { ReleaseArea } from '../release.ts'
import { basePolygonsOf, landBetween } from '../../engine/geometry/base-polygons.ts'
import { type Shape, unite } from './overlay.ts'

const KEY_DIGITS = 12

/**
 * The areas of a release: the districts valid throughout its period, those of fewer than 2,000 residents merged with
 * a neighbour, by the ids that they are made of.
 *
 * @param fromDay and @param lastDay of the period, `yyyy-mm-dd`
 * @throws DomainError `unprocessable` when there are no districts, or too few residents are known
 */
export function releaseAreas(
  areas: readonly Area[],
  fromDay: string,
  lastDay: string,
): readonly ReleaseArea[] {
  const districts = areas.filter(
    ({ properties }) => properties.kind === 'district' && isValid(properties, fromDay, lastDay),
  )
  if (districts.length === 0) {
    throw new DomainError('unprocessable', `No district is valid throughout ${fromDay}–${lastDay}.`)
  }
  const merged = mergeDistricts(
    districts.map(({ id, planar, properties }) => ({
      id,
      residents: properties.residents,
      polygon: planarPolygon(planar),
    })),
  )
  if (merged.length === 0) {
    const why =
      'A release tells of areas of at least 2,000 residents; give the districts their residents first (lagesbild areas import --residents-property, or PUT /api/areas/{id}).'
    throw new DomainError('unprocessable', why)
  }
  const byId = new Map(districts.map((district) => [district.id, district]))
  const base = basePolygonsOf(areas)
  return merged.map((ids) => {
    const parts = ids.map((id): Part => {
      const { planar, properties } = byId.get(id)!
      return { name: properties.name, areaIds: [id], residents: properties.residents, planar }
    })
    return releaseAreaOf('a', parts, base)
  })
}

/** A polygon that becomes an area, or a part of one. */
export interface Part {
  /** Empty for a part without a name. */
  readonly name: string
  readonly areaIds: readonly number[]
  /** Null when unknown. */
  readonly residents: number | null
  readonly planar: Shape
}

/** Whether an area is valid on every day of a period. */
export function isValid(
  { validFrom, validTo }: Pick<Area['properties'], 'validFrom' | 'validTo'>,
  fromDay: string,
  lastDay: string,
): boolean {
  return (validFrom === null || validFrom <= fromDay) && (validTo === null || validTo >= lastDay)
}

/** The key of an outline: changes with any centimetre of it. */
export function outlineKey(planar: ReleaseArea['planar']): string {
  return sha256Hex(canonicalJson(planar)).slice(0, KEY_DIGITS)
}

/** The area that parts form together. @param prefix of its key: which kind of area it is */
export function releaseAreaOf(
  prefix: 'a' | 's',
  parts: readonly Part[],
  base: ReturnType<typeof basePolygonsOf>,
): ReleaseArea {
  const planar = unite(parts.map((part) => part.planar))
  const region = polygonRegion(planarPolygon(planar))
  const land = landBetween(base, region.minY, region.maxY)
  return {
    key: `${prefix}${outlineKey(planar)}`,
    name: [...new Set(parts.map(({ name }) => name))].filter((name) => name !== '').join(' + '),
    areaIds: [...new Set(parts.flatMap(({ areaIds }) => areaIds))].sort((a, b) => a - b),
    residents: parts.reduce((sum, { residents }) => sum + (residents ?? 0), 0),
    landM2: Math.round(regionArea(land === null ? region : intersection(region, land))),
    planar,
  }
}
