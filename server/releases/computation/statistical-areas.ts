import { mergeDistricts } from '../../engine/disclosure/merge-districts.ts'
import { basePolygonsOf } from '../../engine/geometry/base-polygons.ts'
import { type Box, planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import type { Area } from '../../engine/snapshot/features.ts'
import type { ReleaseArea, StatisticalArea } from '../release.ts'
import { common, remainder, type Shape, sizeOf } from './overlay.ts'
import { isValid, type Part, releaseAreaOf } from './release-areas.ts'

/** Statistical areas of fewer residents are merged with a neighbour. */
const MIN_RESIDENTS = 700
/** Without base areas: squares of a kilometre, or of two, four, … where a district would have too many. */
const SQUARE_CM = 100_000
const MAX_SQUARES = 100

/**
 * The statistical areas of every district of a release: the `base` areas valid throughout its period, clipped to the
 * district, with residents by share of area. Those of fewer than 700 residents, and parts that no base area covers,
 * are merged with a neighbour of the same district. Where a city has no base areas, squares of its CRS's kilometre
 * grid stand in, with the district's residents spread evenly over it.
 *
 * @param fromDay and @param lastDay of the period, `yyyy-mm-dd`
 */
export function statisticalAreas(
  areas: readonly Area[],
  districts: readonly ReleaseArea[],
  fromDay: string,
  lastDay: string,
): readonly StatisticalArea[] {
  const given = areas
    .filter(({ properties }) => properties.kind === 'base' && isValid(properties, fromDay, lastDay))
    .map((area) => ({ ...area, box: boxOf(area.planar), m2: sizeOf(area.planar) }))
  const region = basePolygonsOf(areas)
  return districts.flatMap((district) => {
    const parts = given.length > 0 ? partsWithin(district, given) : squaresOf(district)
    const merged = mergeDistricts(
      parts.map(({ planar, residents }, id) => ({ id, residents, polygon: planarPolygon(planar) })),
      MIN_RESIDENTS,
    )
    return merged.map((ids, k) => {
      const area = releaseAreaOf(
        's',
        ids.map((id) => parts[id]!),
        region,
      )
      return { ...area, name: area.name || `${district.name} ${k + 1}`, district: district.key }
    })
  })
}

/** A base area as it was given. */
type GivenArea = Area & { readonly box: Box; readonly m2: number }

/** The base areas within a district, and what is left of it. */
function partsWithin(district: ReleaseArea, given: readonly GivenArea[]): readonly Part[] {
  const box = boxOf(district.planar)
  const within = given.flatMap(({ id, planar, properties: { name, residents }, ...area }): Part[] => {
    const part = meet(area.box, box) ? common(planar, district.planar) : null
    if (part === null) return []
    const share = Math.min(1, sizeOf(part) / area.m2)
    const own = residents === null ? null : Math.round(residents * share)
    return [{ name, areaIds: [id], residents: own, planar: part }]
  })
  if (within.length === 0) return []
  const left = remainder(
    district.planar,
    within.map(({ planar }) => planar),
  )
  return left === null ? within : [...within, { name: '', areaIds: [], residents: null, planar: left }]
}

function squaresOf({ planar, residents }: ReleaseArea): readonly Part[] {
  const { minX, minY, maxX, maxY } = boxOf(planar)
  let edge = SQUARE_CM
  while (cuts(minX, maxX, edge).length * cuts(minY, maxY, edge).length > MAX_SQUARES) edge *= 2
  const m2 = sizeOf(planar)
  return cuts(minX, maxX, edge).flatMap((x) =>
    cuts(minY, maxY, edge).flatMap((y): Part[] => {
      const part = common(squareAt(x / 100, y / 100, edge / 100), planar)
      if (part === null) return []
      const own = Math.round(((residents ?? 0) * sizeOf(part)) / m2)
      return [{ name: '', areaIds: [], residents: own, planar: part }]
    }),
  )
}

/** The multiples of an edge from which a square reaches into [low, high). */
function cuts(low: number, high: number, edge: number): readonly number[] {
  const first = Math.floor(low / edge)
  return Array.from({ length: Math.ceil(high / edge) - first }, (_, k) => (first + k) * edge)
}

function squareAt(x: number, y: number, edge: number): Shape {
  const [east, north] = [x + edge, y + edge]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [x, y],
        [east, y],
        [east, north],
        [x, north],
        [x, y],
      ],
    ],
  }
}

function boxOf(shape: Shape): Box {
  return planarPolygon(shape).box
}

function meet(a: Box, b: Box): boolean {
  return a.minX < b.maxX && b.minX < a.maxX && a.minY < b.maxY && b.minY < a.maxY
}
