import { bufferRegion } from '../../engine/geometry/planar/buffer-region.ts'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import type { EarlierDocument } from '../earlier-document.ts'
import type { StatisticalArea } from '../release.ts'
import type { MinuteSpan } from './periods.ts'

/** Borders that touch share less than this. */
const MIN_COMMON_M2 = 1

/**
 * By key of statistical area, the groups that an earlier document disclosed for an overlapping region and time: they
 * are not shown, whatever they count.
 */
export function disclosedByArea(
  areas: readonly StatisticalArea[],
  [from, to]: MinuteSpan,
  documents: readonly EarlierDocument[],
): ReadonlyMap<string, ReadonlySet<CategoryGroupCode>> {
  const disclosed = documents
    .filter(({ fromMinute, toMinute }) => fromMinute < to && from < toMinute)
    .map(({ footprint, reachMetres, groups }) => {
      return { groups, region: bufferRegion(planarPolygon(footprint), reachMetres) }
    })
  return new Map(
    areas.map(({ key, planar }) => {
      const area = polygonRegion(planarPolygon(planar))
      const meeting = disclosed.filter(
        ({ region }) => regionArea(intersection(area, region)) >= MIN_COMMON_M2,
      )
      return [key, new Set(meeting.flatMap(({ groups }) => groups))]
    }),
  )
}
