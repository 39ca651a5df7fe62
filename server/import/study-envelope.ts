import type { Area } from '../engine/snapshot/features.ts'
import type { Envelope } from './locate.ts'

/** The box round all study areas, metres in the city's CRS; null when there is none. Derived ones do not count. */
export function studyEnvelope(areas: readonly Pick<Area, 'planar' | 'properties'>[]): Envelope | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { planar, properties } of areas) {
    if (properties.kind !== 'study' || properties.derived) continue
    const polygons = planar.type === 'Polygon' ? [planar.coordinates] : planar.coordinates
    for (const [x, y] of polygons.flatMap((rings) => rings[0] ?? [])) {
      minX = Math.min(minX, x!)
      minY = Math.min(minY, y!)
      maxX = Math.max(maxX, x!)
      maxY = Math.max(maxY, y!)
    }
  }
  return minX > maxX ? null : { minX, minY, maxX, maxY }
}
