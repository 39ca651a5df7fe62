import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../engine/geometry/planar/scanline-area.ts'
import type { Proposal } from '../engine/snapshot/features.ts'
import type { LayerSnapshot } from '../engine/snapshot/types.ts'

/** Below this, two borders touch, or a coordinate was rounded. */
const MIN_COMMON_M2 = 1

/** The proposals that lie in an area, at least in part. */
export function proposalsAtArea(layers: LayerSnapshot, areaId: number): readonly Proposal[] {
  const area = layers.features('areas').find(({ id }) => id === areaId)
  if (area === undefined) return []
  const of = planarPolygon(area.planar)
  return layers.features('proposals').filter(({ planar }) => {
    const outline = planarPolygon(planar)
    const [a, b] = [outline.box, of.box]
    if (a.minX > b.maxX || b.minX > a.maxX || a.minY > b.maxY || b.minY > a.maxY) return false
    return regionArea(intersection(polygonRegion(outline), polygonRegion(of))) > MIN_COMMON_M2
  })
}
