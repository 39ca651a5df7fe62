import { cellCentre } from '../engine/lattice/lattice.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Bbox } from '../platform/http/fields/bbox.ts'
import type { CornerProjector } from './encode-geojson.ts'

/** Points along each side of a bbox, whose positions in the plane bound it. */
const STEPS = 8
/** Degrees up to which a side bends by less than a cell between two of them. */
const MAX_DEGREES = 1

/**
 * Tests whether the smallest box round a cell meets a bbox. Most cells are told by their centre in the plane, so that
 * corners are projected along the border alone.
 */
export function cellsInBbox(
  bbox: Bbox,
  edgeMetres: number,
  projection: Projection,
  corners: CornerProjector,
): (i: number, j: number) => boolean {
  const exact = (i: number, j: number) => meets(i, j, corners, bbox)
  const plane = planarSides(bbox, projection)
  if (plane === null) return exact
  const { outer, inner } = plane
  return (i, j) => {
    const [x, y] = cellCentre({ i, j }, edgeMetres)
    if (isWithin(outer, x, y, -2 * edgeMetres)) return isWithin(inner, x, y, edgeMetres) || exact(i, j)
    return false
  }
}

interface PlanarBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** The smallest planar box round a bbox and a box inside it; null where they say nothing. */
function planarSides(
  [west, south, east, north]: Bbox,
  projection: Projection,
): { readonly outer: PlanarBox; readonly inner: PlanarBox } | null {
  if (east - west > MAX_DEGREES || north - south > MAX_DEGREES) return null
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => step / STEPS)
  const side = (positions: readonly (readonly [lon: number, lat: number])[]) =>
    positions.map(([lon, lat]) => projection.toPlanar(lon, lat))
  const lats = steps.map((along) => south + (north - south) * along)
  const lons = steps.map((along) => west + (east - west) * along)
  const sides = {
    west: side(lats.map((lat) => [west, lat])),
    east: side(lats.map((lat) => [east, lat])),
    south: side(lons.map((lon) => [lon, south])),
    north: side(lons.map((lon) => [lon, north])),
  }
  const whole = Object.values(sides).flat()
  if (whole.includes(null)) return null
  const xs = (points: readonly (readonly [number, number] | null)[]) => points.map((point) => point![0])
  const ys = (points: readonly (readonly [number, number] | null)[]) => points.map((point) => point![1])
  return {
    outer: {
      minX: Math.min(...xs(whole)),
      minY: Math.min(...ys(whole)),
      maxX: Math.max(...xs(whole)),
      maxY: Math.max(...ys(whole)),
    },
    inner: {
      minX: Math.max(...xs(sides.west)),
      minY: Math.max(...ys(sides.south)),
      maxX: Math.min(...xs(sides.east)),
      maxY: Math.min(...ys(sides.north)),
    },
  }
}

/** Whether a point is within a box, at least `margin` from its border; a negative one widens the box. */
function isWithin({ minX, minY, maxX, maxY }: PlanarBox, x: number, y: number, margin: number): boolean {
  return x >= minX + margin && x <= maxX - margin && y >= minY + margin && y <= maxY - margin
}

function meets(i: number, j: number, corners: CornerProjector, [west, south, east, north]: Bbox): boolean {
  const positions = [0, 1, 2, 3, 4, 5].map((corner) => corners.corner(i, j, corner))
  const lons = positions.map(([lon]) => lon)
  const lats = positions.map(([, lat]) => lat)
  return (
    Math.max(...lons) >= west &&
    Math.min(...lons) <= east &&
    Math.max(...lats) >= south &&
    Math.min(...lats) <= north
  )
}
