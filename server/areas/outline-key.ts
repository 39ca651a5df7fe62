import type { MultiPolygon, Polygon, Position } from 'geojson'

/** A text that outlines of the same places share, wherever their rings begin and whichever way they run. */
export function outlineKey(planar: string): string {
  const geometry = JSON.parse(planar) as Polygon | MultiPolygon
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons
    .map((rings) => rings.map(ringKey).join('/'))
    .sort()
    .join('|')
}

/** The positions of a ring from its first by easting and northing on, towards the lesser of its neighbours. */
function ringKey(closed: readonly Position[]): string {
  const ring = closed.slice(0, -1).map(String)
  if (ring.length === 0) return ''
  let first = 0
  for (let at = 1; at < ring.length; at++) if (ring[at]! < ring[first]!) first = at
  const from = [...ring.slice(first), ...ring.slice(0, first)]
  return (from[1]! <= from.at(-1)! ? from : [from[0]!, ...from.slice(1).reverse()]).join(' ')
}
