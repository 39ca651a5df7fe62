import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import {
  intersection,
  polygonRegion,
  type Region,
  regionArea,
} from '../../engine/geometry/planar/scanline-area.ts'
import type { Area } from '../../engine/snapshot/features.ts'
import type { Source } from '../../engine/snapshot/source.ts'

/** A region counts as covered when less than this share is left out: outlines are accurate to a metre at best. */
const ROUNDING = 1e-3

/**
 * Which sources cover which regions: 1 where one does, index = source · regions + region. A source covers the city,
 * or an area that holds the whole region.
 *
 * @param sourceIds the snapshot's, in its order
 * @param taking the sources that take part
 */
export function coverage(
  sourceIds: readonly string[],
  taking: readonly Source[],
  regions: readonly Region[],
  areas: readonly Area[],
): Uint8Array {
  const covers = new Uint8Array(sourceIds.length * regions.length)
  for (const source of taking) {
    const at = sourceIds.indexOf(source.id) * regions.length
    if (at < 0) continue
    regions.forEach((region, k) => {
      covers[at + k] = coversRegion(source, region, areas) ? 1 : 0
    })
  }
  return covers
}

function coversRegion({ coversAreaId }: Source, region: Region, areas: readonly Area[]): boolean {
  if (coversAreaId === null) return true
  const cover = areas.find(({ id }) => id === coversAreaId)
  if (cover === undefined) return false
  const within = regionArea(intersection(region, polygonRegion(planarPolygon(cover.planar))))
  return within >= regionArea(region) * (1 - ROUNDING)
}
