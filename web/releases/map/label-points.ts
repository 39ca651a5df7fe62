import type { Feature, FeatureCollection, Point, Position } from 'geojson'
import { holds } from '../../map/overlap.ts'
import type { AreaOutlines } from '../release.ts'

/** Points along each side of the grid of candidate positions. */
const GRID = 24

/**
 * Label positions: one per area, in its largest part, far from the border. The grid point inside with the greatest
 * distance to the nearest vertex.
 */
export function labelPoints(
  outlines: AreaOutlines,
  nameOf: (key: string) => string | undefined,
): FeatureCollection<Point, { readonly key: string; readonly name: string }> {
  return {
    type: 'FeatureCollection',
    features: outlines.features.flatMap(
      ({ geometry, properties: { key } }): Feature<Point, { key: string; name: string }>[] => {
        const name = nameOf(key)
        const rings = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
        const largest = rings.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0]
        if (name === undefined || largest === undefined) return []
        const coordinates = innermost(largest)
        return [{ type: 'Feature', geometry: { type: 'Point', coordinates }, properties: { key, name } }]
      },
    ),
  }
}

/** Twice the area of a polygon's outer ring, in square degrees: enough to compare. */
function sizeOf([outer = []]: readonly Position[][]): number {
  let sum = 0
  for (let i = 0, j = outer.length - 1; i < outer.length; j = i, i += 1)
    sum += (outer[j]![0]! + outer[i]![0]!) * (outer[j]![1]! - outer[i]![1]!)
  return Math.abs(sum)
}

function innermost(rings: readonly Position[][]): Position {
  const corners = rings.flat()
  const xs = corners.map(([x = 0]) => x)
  const ys = corners.map(([, y = 0]) => y)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  // Scales degrees of longitude to those of latitude.
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  let best: { readonly at: Position; readonly clear: number } = { at: corners[0] ?? [0, 0], clear: -1 }
  for (let row = 0; row < GRID; row += 1)
    for (let column = 0; column < GRID; column += 1) {
      const x = west + ((column + 0.5) / GRID) * (east - west)
      const y = south + ((row + 0.5) / GRID) * (north - south)
      if (!holds({ type: 'Polygon', coordinates: [...rings] }, x, y)) continue
      const clear = corners.reduce(
        (minimum, [cx = 0, cy = 0]) => Math.min(minimum, Math.hypot((cx - x) * narrow, cy - y)),
        Infinity,
      )
      if (clear > best.clear) best = { at: [x, y], clear }
    }
  return best.at
}
