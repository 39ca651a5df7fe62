import { planarPolygon } from '../../analysis/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../analysis/planar/scanline-area.ts'
import type { Area } from '../../domain/features.ts'
import type { ReleaseArea } from '../../domain/release.ts'
import type { Source } from '../../domain/source.ts'

/** An area lies within a cover that leaves out less than this share of it: outlines are drawn to the metre, not better. */
const ROUNDING = 1e-3

/** Whether a source covers an outline: it covers the city, or an area that holds all of it. */
export function coversOutline(
  source: Pick<Source, 'coversAreaId'>,
  planar: ReleaseArea['planar'],
  areas: readonly Area[],
): boolean {
  if (source.coversAreaId === null) return true
  const cover = areas.find(({ id }) => id === source.coversAreaId)
  if (cover === undefined) return false
  const outline = polygonRegion(planarPolygon(planar))
  const whole = regionArea(outline)
  return (
    regionArea(intersection(outline, polygonRegion(planarPolygon(cover.planar)))) >= whole * (1 - ROUNDING)
  )
}
