import { type PlaceRaster, squareAt } from '../lattice/place-raster.ts'
import { covers } from './planar/distance-to-polygon.ts'
import type { PlanarPolygon } from './planar/planar-polygon.ts'

const SAMPLES = 128
const LAND_SHARE = 0.95

/** A footprint moved and turned: middle in centimetres, cosine and sine of the turn. */
export interface Pose {
  readonly x: number
  readonly y: number
  readonly cos: number
  readonly sin: number
}

/** Sample points of the footprint about its middle, and the radius that holds all of it. */
export interface Frame {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly dx: Float64Array
  readonly dy: Float64Array
}

/** Low-discrepancy points (Roberts’ R2 sequence) of the bounding box that the footprint covers. */
export function createFrame(footprint: PlanarPolygon): Frame {
  const { minX, minY, maxX, maxY } = footprint.box
  const [x, y] = [(minX + maxX) / 2, (minY + maxY) / 2]
  const dx: number[] = []
  const dy: number[] = []
  for (let k = 1; dx.length < SAMPLES && k < SAMPLES * 500; k++) {
    const px = minX + ((0.5 + k * 0.7548776662466927) % 1) * (maxX - minX)
    const py = minY + ((0.5 + k * 0.5698402909980532) % 1) * (maxY - minY)
    if (!covers(footprint, px, py)) continue
    dx.push(px - x)
    dy.push(py - y)
  }
  let radius = 0
  for (let e = 0; e < footprint.edges; e++) {
    radius = Math.max(radius, Math.hypot(footprint.ax[e]! - x, footprint.ay[e]! - y))
  }
  return { x, y, radius, dx: Float64Array.from(dx), dy: Float64Array.from(dy) }
}

/** True when at least 95 % of the sample points lie on land. */
export function mostlyOnLand(frame: Frame, raster: PlaceRaster, pose: Pose): boolean {
  const { dx, dy } = frame
  let allowed = Math.floor(dx.length * (1 - LAND_SHARE))
  for (let k = 0; k < dx.length; k++) {
    const square = squareAt(
      raster,
      pose.x + pose.cos * dx[k]! - pose.sin * dy[k]!,
      pose.y + pose.sin * dx[k]! + pose.cos * dy[k]!,
    )
    if ((square < 0 || raster.land[square] === 0) && --allowed < 0) return false
  }
  return true
}

/** Mean residents per m² over the sample points; the raster must carry a density. */
export function meanDensity(frame: Frame, raster: PlaceRaster, pose: Pose): number {
  const { dx, dy } = frame
  let sum = 0
  for (let k = 0; k < dx.length; k++) {
    const square = squareAt(
      raster,
      pose.x + pose.cos * dx[k]! - pose.sin * dy[k]!,
      pose.y + pose.sin * dx[k]! + pose.cos * dy[k]!,
    )
    if (square >= 0) sum += raster.density![square]!
  }
  return dx.length === 0 ? 0 : sum / dx.length
}
