import type { MultiPolygon, Polygon, Position } from 'geojson'
import type { Projection } from './projection.ts'

/** A decimetre: more would only be noise. */
const DECIMALS = 1e6

/**
 * A polygon of the city's CRS in WGS 84, degrees on a grid of 1e-6, wound as RFC 7946 asks: exterior rings
 * anticlockwise, holes clockwise. Repeated positions are dropped; a ring that vanishes is left out.
 */
export function geographic(
  planar: Polygon | MultiPolygon,
  projection: Pick<Projection, 'toWgs84'>,
): Polygon | MultiPolygon {
  const polygons = planar.type === 'Polygon' ? [planar.coordinates] : planar.coordinates
  const turned = polygons
    .map((rings) =>
      rings.map((ring, at) => wound(rounded(ring, projection), at === 0)).filter((ring) => ring.length >= 4),
    )
    .filter((rings) => rings.length > 0)
  return turned.length === 1
    ? { type: 'Polygon', coordinates: turned[0]! }
    : { type: 'MultiPolygon', coordinates: turned }
}

function rounded(ring: readonly Position[], { toWgs84 }: Pick<Projection, 'toWgs84'>): Position[] {
  const out: Position[] = []
  for (const [x, y] of ring) {
    const [lon, lat] = toWgs84(x!, y!).map((degrees) => Math.round(degrees * DECIMALS) / DECIMALS)
    const last = out.at(-1)
    if (last === undefined || last[0] !== lon || last[1] !== lat) out.push([lon!, lat!])
  }
  return out
}

function wound(ring: Position[], anticlockwise: boolean): Position[] {
  let doubled = 0
  for (let at = 0; at + 1 < ring.length; at++) {
    doubled += ring[at]![0]! * ring[at + 1]![1]! - ring[at + 1]![0]! * ring[at]![1]!
  }
  return doubled > 0 === anticlockwise ? ring : ring.toReversed()
}
