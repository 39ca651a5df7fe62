import { type PlanarPolygon, polygonOfRings } from './planar-polygon.ts'

const DEGREE = Math.PI / 180
/** Chords of an arc: 1.5° each loses 0.01 % of the sector's area. */
const CHORD_DEGREES = 1.5

/**
 * A nominal field of view in the plane: a sector, or a disc when it looks all round.
 *
 * @param x easting and @param y northing of the apex, centimetres
 * @param bearingDegrees middle of the view, clockwise from north
 * @param viewDegrees angle of view, 0 < a ≤ 360
 * @param rangeMetres > 0
 */
export function sector(
  x: number,
  y: number,
  bearingDegrees: number,
  viewDegrees: number,
  rangeMetres: number,
): PlanarPolygon {
  const chords = Math.max(4, Math.ceil(viewDegrees / CHORD_DEGREES))
  const start = bearingDegrees - viewDegrees / 2
  const arc = Array.from({ length: chords + 1 }, (_, k) => {
    const angle = (start + (viewDegrees * k) / chords) * DEGREE
    return [x + Math.sin(angle) * rangeMetres * 100, y + Math.cos(angle) * rangeMetres * 100]
  })
  return polygonOfRings([viewDegrees >= 360 ? arc.slice(0, -1) : [[x, y], ...arc]])
}
