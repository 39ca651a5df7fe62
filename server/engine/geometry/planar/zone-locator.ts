import { squaredDistance } from './distance-to-polygon.ts'
import type { Box, PlanarPolygon } from './planar-polygon.ts'

/** Finds the zone of a point: 0 the footprint, k the k-th ring, −1 beyond all. */
export interface ZoneLocator {
  readonly zones: number
  /** Everything that can be in a zone, centimetres. */
  readonly box: Box
  /** @param x easting and @param y northing, whole centimetres */
  zoneAt(x: number, y: number): number
}

const RASTER = 128
const UNKNOWN = -3
const MIXED = -2

/**
 * Disjoint zones by planar distance: a point of the footprint is in zone 0, one at 0 < d ≤ radii[0] in zone 1, …
 * Equal to `ST_DWithin`.
 *
 * A raster of 128 × 128 marks squares that lie wholly in one zone, so that distances to a footprint of many vertices
 * are computed near zone borders only.
 *
 * @param radiiMetres outer radii, ascending, > 0; none = the footprint alone
 */
export function createZoneLocator(footprint: PlanarPolygon, radiiMetres: readonly number[]): ZoneLocator {
  const radii = radiiMetres.map((r) => r * 100)
  const squares = radii.map((r) => r * r)
  const reach = Math.ceil(radii.at(-1) ?? 0)
  const box = grown(footprint.box, reach)
  const size = Math.max(box.maxX - box.minX, box.maxY - box.minY, 1) / RASTER
  const halfDiagonal = size * Math.SQRT1_2 * (1 + 1e-9)
  const raster = new Int8Array(RASTER * RASTER).fill(UNKNOWN)

  const zoneOfSquare = (square: number): number => {
    if (square === 0) return 0
    for (let k = 0; k < squares.length; k++) if (square <= squares[k]!) return k + 1
    return -1
  }
  const classify = (column: number, row: number): number => {
    const x = box.minX + (column + 0.5) * size
    const y = box.minY + (row + 0.5) * size
    const distance = Math.sqrt(squaredDistance(footprint, x, y))
    if (distance === 0) return touchesEdge(footprint, x, y, halfDiagonal) ? MIXED : 0
    const nearest = distance - halfDiagonal
    if (nearest <= 0) return MIXED
    const zone = zoneOfSquare(nearest * nearest)
    return zone === zoneOfSquare((distance + halfDiagonal) ** 2) ? zone : MIXED
  }
  return {
    zones: radii.length + 1,
    box,
    zoneAt(x, y) {
      if (x < box.minX || x > box.maxX || y < box.minY || y > box.maxY) return -1
      const column = Math.min(RASTER - 1, Math.floor((x - box.minX) / size))
      const row = Math.min(RASTER - 1, Math.floor((y - box.minY) / size))
      let zone = raster[row * RASTER + column]!
      if (zone === UNKNOWN) {
        zone = classify(column, row)
        raster[row * RASTER + column] = zone
      }
      return zone === MIXED ? zoneOfSquare(squaredDistance(footprint, x, y)) : zone
    },
  }
}

/** A box grown by so many centimetres on every side. */
export function grown(box: Box, reach: number): Box {
  return {
    minX: box.minX - reach,
    minY: box.minY - reach,
    maxX: box.maxX + reach,
    maxY: box.maxY + reach,
  }
}

function touchesEdge(polygon: PlanarPolygon, x: number, y: number, within: number): boolean {
  const { ax, ay, bx, by, edges } = polygon
  for (let e = 0; e < edges; e++) {
    const dx = bx[e]! - ax[e]!
    const dy = by[e]! - ay[e]!
    const t = ((x - ax[e]!) * dx + (y - ay[e]!) * dy) / (dx * dx + dy * dy)
    const s = t < 0 ? 0 : t > 1 ? 1 : t
    if (Math.hypot(ax[e]! + s * dx - x, ay[e]! + s * dy - y) <= within) return true
  }
  return false
}
