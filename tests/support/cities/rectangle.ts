import type { Polygon } from 'geojson'

/** A rectangle by its south-west corner and its sides, in the unit of its coordinates; counter-clockwise, closed. */
export function rectangle(x: number, y: number, width: number, height: number): Polygon {
  const ring = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
    [x, y],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}
