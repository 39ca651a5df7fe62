import type { MultiPolygon, Polygon, Position } from 'geojson'

type Outline = Polygon | MultiPolygon
type Box = readonly [west: number, south: number, east: number, north: number]

/** Points along each side of the sampling grid. */
const GRID = 24

/**
 * Whether two outlines share more than a sliver: some point of a fine grid over the rectangle that both boxes share
 * lies in both. Neighbours that only touch, or overlap by less than the grid's step, do not.
 */
export function overlap(a: Outline, b: Outline): boolean {
  const [first, second] = [boxOf(a), boxOf(b)]
  const west = Math.max(first[0], second[0])
  const south = Math.max(first[1], second[1])
  const east = Math.min(first[2], second[2])
  const north = Math.min(first[3], second[3])
  if (west >= east || south >= north) return false
  for (let row = 0; row < GRID; row += 1) {
    const y = south + ((row + 0.5) / GRID) * (north - south)
    for (let column = 0; column < GRID; column += 1) {
      const x = west + ((column + 0.5) / GRID) * (east - west)
      if (holds(a, x, y) && holds(b, x, y)) return true
    }
  }
  return false
}

/** Whether a point lies in an outline, holes left out (even–odd rule). */
export function holds(outline: Outline, x: number, y: number): boolean {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== crossesOdd(ring, x, y), false))
}

function crossesOdd(ring: readonly Position[], x: number, y: number): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const [xi = 0, yi = 0] = ring[i]!
    const [xj = 0, yj = 0] = ring[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd
  }
  return odd
}

function boxOf(outline: Outline): Box {
  const rings = outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings)
    for (const [x = 0, y = 0] of ring) {
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  return [west, south, east, north]
}
