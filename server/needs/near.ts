import type { MultiPolygon, Polygon } from 'geojson'
import { bufferRegion } from '../engine/geometry/planar/buffer-region.ts'
import { type PlanarPolygon, planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../engine/geometry/planar/scanline-area.ts'
import { createZoneLocator } from '../engine/geometry/planar/zone-locator.ts'
import type { Projection } from '../engine/projection/projection.ts'

/** How near a need is beside a proposal, metres. */
export const NEAR_METRES = 200
const CENTIMETRES = 100
/** Areas whose borders touch share less than this. */
const MIN_COMMON_M2 = 1

/** Where a need is: at a point, or in all of an area. */
export interface NeedPosition {
  readonly point: { readonly lon: number; readonly lat: number } | null
  /** Outline of its place or district, metres in the city's CRS; null once that is gone. */
  readonly planar: Polygon | MultiPolygon | null
}

/** Whether needs lie in a site or within 200 m of it: their point, or the area that they are about. */
export function nearSite(site: PlanarPolygon, projection: Projection): (need: NeedPosition) => boolean {
  const zones = createZoneLocator(site, [NEAR_METRES])
  const reach = bufferRegion(site, NEAR_METRES)
  return ({ point, planar }) => {
    if (point !== null) {
      const position = projection.toPlanar(point.lon, point.lat)
      if (position === null) return false
      const [x, y] = position
      return zones.zoneAt(Math.round(x * CENTIMETRES), Math.round(y * CENTIMETRES)) >= 0
    }
    if (planar === null) return false
    return regionArea(intersection(polygonRegion(planarPolygon(planar)), reach)) >= MIN_COMMON_M2
  }
}
