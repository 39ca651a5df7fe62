import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Path, Picture } from '../../platform/pictures/picture.ts'
import { withLegend } from '../documents/map-legend.ts'

const SIZE = 320
const MARGIN = 24
const METRES_PER_DEGREE = 111_320

/** The outline of a site with a scale bar, north upwards; a picture, not a measurement. @param geometry WGS 84 */
export function sitePlan(geometry: Polygon | MultiPolygon): Picture {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()
  const points = rings.flat()
  const [west, east] = extent(points, 0)
  const [south, north] = extent(points, 1)
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = (east - west) * narrowing * METRES_PER_DEGREE
  const height = (north - south) * METRES_PER_DEGREE
  const scale = (SIZE - 2 * MARGIN) / Math.max(width, height, 1)
  const outline = (ring: readonly Position[]): Path =>
    ring.flatMap(([lon, lat]) => [
      SIZE / 2 + (lon! - (west + east) / 2) * narrowing * METRES_PER_DEGREE * scale,
      SIZE / 2 - (lat! - (south + north) / 2) * METRES_PER_DEGREE * scale,
    ])
  const site = {
    kind: 'area',
    rings: rings.map(outline),
    fill: { colour: '#14505c', opacity: 0.18 },
    stroke: { colour: '#14505c', width: 2 },
  } as const
  const plan = { width: SIZE, height: SIZE, background: '#ffffff', shapes: [site] }
  return withLegend(plan, SIZE / scale, [])
}

function extent(points: readonly Position[], axis: 0 | 1): readonly [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const point of points) {
    low = Math.min(low, point[axis]!)
    high = Math.max(high, point[axis]!)
  }
  return [low, high]
}
