import { cityGround } from '../projection/city-ground.ts'
import type { CityBounds } from '../projection/likely-systems.ts'
import { coordinateSystem } from '../projection/coordinate-systems.ts'
import type { Projection } from '../projection/projection.ts'
import type { Area } from './features.ts'

/** A box in the city's CRS, metres. */
export interface Envelope {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

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

/** Where a city lies, degrees: round its study areas, or the area of use of its CRS while it has none. */
export function cityBounds(
  areas: readonly Pick<Area, 'planar' | 'properties'>[],
  { srid, toWgs84 }: Pick<Projection, 'srid' | 'toWgs84'>,
): CityBounds {
  const envelope = studyEnvelope(areas)
  if (envelope === null) return { srid, bounds: coordinateSystem(srid).bounds }
  const { minX, minY, maxX, maxY } = envelope
  const corners = [toWgs84(minX, minY), toWgs84(minX, maxY), toWgs84(maxX, minY), toWgs84(maxX, maxY)]
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] as const
  const ofKind = (kind: string) =>
    areas
      .filter(({ properties }) => properties.kind === kind && !properties.derived)
      .map(({ planar }) => planar)
  const ground = cityGround(ofKind('study'), ofKind('water'), Math.max(maxX - minX, maxY - minY))
  return { srid, bounds, ground }
}
