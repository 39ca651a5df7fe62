import { createConverter } from './converter.ts'
import { coordinateSystem } from './coordinate-systems.ts'
import { createProjection, roundToCentimetre, withinReach } from './create-projection.ts'

/** Converts one position; null when it lies outside the reach of the target system. */
export type Transform = (x: number, y: number) => readonly [x: number, y: number] | null

/**
 * From any coordinate system of the EPSG register to the city's, rounded to 1 cm.
 *
 * Positions are (easting, northing) or (longitude, latitude), whatever the official order of the axes. Converts by
 * way of degrees, so that a file in degrees and the same file in metres give the same centimetres.
 *
 * @param fromSrid EPSG code of the positions that come in, geographic or projected
 * @param toSrid EPSG code of the city's CRS
 * @throws DomainError `invalid-setting` when a code is unknown or the target is not fit for a city
 */
export function createTransform(fromSrid: number, toSrid: number): Transform {
  const city = createProjection(toSrid)
  if (fromSrid === 4326) return (lon, lat) => city.toPlanar(lon, lat)
  const from = coordinateSystem(fromSrid)
  if (fromSrid !== toSrid) {
    const { inverse } = createConverter(from)
    return (x, y) => city.toPlanar(...inverse(x, y))
  }
  return (x, y) =>
    withinReach(from, ...city.toWgs84(x, y)) ? [roundToCentimetre(x), roundToCentimetre(y)] : null
}
