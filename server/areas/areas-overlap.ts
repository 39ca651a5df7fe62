import type { MultiPolygon, Polygon } from 'geojson'
import { covers } from '../engine/geometry/planar/distance-to-polygon.ts'
import { innerPoint } from '../engine/geometry/planar/inner-point.ts'
import { type PlanarPolygon, planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { AreaProperties } from '../engine/snapshot/features.ts'
import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'

const MAX_REPORTED = 10

interface Found {
  readonly record: { readonly ordinal: number; readonly name: string }
  readonly properties: AreaProperties
  readonly planar: string
}

/** Notices of areas that lie within others of the file and have people, as those have: these people count twice. */
export function overlapNotices(areas: readonly Found[]): readonly Texts[] {
  const peopled = areas
    .filter(({ properties: { residents, visitors } }) => residents !== null || visitors !== null)
    .map((area) => ({ area, polygon: planarPolygon(JSON.parse(area.planar) as Polygon | MultiPolygon) }))
  const found = peopled.flatMap(({ area, polygon }) => {
    const [x, y] = innerPoint(polygon)
    const around = peopled.find((other) => other.area !== area && holds(other.polygon, x, y))
    return around === undefined ? [] : [{ name: area.record.name, around: around.area.record }]
  })
  const reported = found
    .slice(0, MAX_REPORTED)
    .map(({ name, around }) => MESSAGES.of(name, MESSAGES.overlaps(around.ordinal, around.name)))
  const left = found.length - reported.length
  return left > 0 ? [...reported, MESSAGES.moreOverlaps(left)] : reported
}

function holds(polygon: PlanarPolygon, x: number, y: number): boolean {
  const { minX, minY, maxX, maxY } = polygon.box
  if (x < minX || x > maxX || y < minY || y > maxY) return false
  return covers(polygon, x, y)
}
