import { bufferRegion } from '../engine/geometry/planar/buffer-region.ts'
import { intersection, type Region, regionArea } from '../engine/geometry/planar/scanline-area.ts'
import type { EvidenceZone } from './evidence.ts'
import type { Footprint } from './footprint.ts'
import { type Ground, landBetween } from '../engine/geometry/ground.ts'

/**
 * The footprint and its disjoint rings with their areas in the plane, whole and on land (m²).
 *
 * @param ringMetres outer radii, ascending
 */
export function evidenceZones(
  footprint: Footprint,
  ringMetres: readonly number[],
  ground: Ground,
): readonly EvidenceZone[] {
  const reaches = [0, ...ringMetres]
  const regions = reaches.map((reach) => bufferRegion(footprint.polygon, reach))
  const outermost = regions.at(-1)!
  const land = landBetween(ground, outermost.minY, outermost.maxY)
  const whole = regions.map(regionArea)
  const onLand = regions.map((region, k) => landArea(region, land, whole[k]!))
  return reaches.map((toMetres, zone) => ({
    zone,
    fromMetres: zone === 0 ? 0 : reaches[zone - 1]!,
    toMetres,
    areaM2: whole[zone]! - (zone === 0 ? 0 : whole[zone - 1]!),
    landM2: Math.max(0, onLand[zone]! - (zone === 0 ? 0 : onLand[zone - 1]!)),
  }))
}

function landArea(region: Region, land: Region | null, whole: number): number {
  return land === null ? whole : Math.min(whole, regionArea(intersection(region, land)))
}
