import type { MultiPolygon, Polygon, Position } from 'geojson'
import { type FlatRing, signedArea } from './clip-ring.ts'
import type { LayerRing } from './slab-areas.ts'

/**
 * The rings of a polygon or multipolygon as rings of a layer: shells anticlockwise, holes clockwise, whatever way they were
 * drawn.
 *
 * @param origin subtracted from every coordinate, so that areas keep their digits far from 0, 0
 */
export function layerRings(
  geometry: Polygon | MultiPolygon,
  layer: number,
  origin: readonly [x: number, y: number],
): readonly LayerRing[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.flatMap((rings) =>
    rings.map((ring, k) => ({ layer, ring: oriented(flatten(ring, origin), k === 0) })),
  )
}

function flatten(ring: readonly Position[], [originX, originY]: readonly [number, number]): FlatRing {
  return ring.slice(0, -1).flatMap((point) => [point[0]! - originX, point[1]! - originY])
}

function oriented(ring: FlatRing, anticlockwise: boolean): FlatRing {
  if (signedArea(ring) > 0 === anticlockwise) return ring
  const turned: number[] = []
  for (let k = ring.length - 2; k >= 0; k -= 2) turned.push(ring[k]!, ring[k + 1]!)
  return turned
}
