import { DomainError } from '../errors.ts'
import { createConverter, extended } from './converter.ts'
import { type CoordinateSystem, coordinateSystem, isWithin } from './coordinate-systems.ts'
import type { Projection } from './projection.ts'
import { createWorldPatches } from '../snapshot/world-patches.ts'
import { CRS_MESSAGES } from './messages.ts'

/** Codes of Web Mercator, whose metre is not a metre: distances and areas in it are wrong. */
const WEB_MERCATOR = new Set([3857, 3785, 900913, 102100, 102113])
/** How far outside a system's area of use a point may lie, degrees: a city's sea and suburbs, not another country. */
const REACH_DEGREES = 3
/** Largest coordinate that fits an Int32 of centimetres. */
const MAX_METRES = 21_474_836

/**
 * The projection of a city: proj4 with our definition of its system, rounded to 1 cm.
 *
 * @param srid EPSG code of a projected coordinate system in metres, not Web Mercator
 * @throws DomainError `invalid-setting` for any other code
 */
export function createProjection(srid: number): Projection {
  const system = cityCoordinateSystem(srid)
  const { forward, inverse } = createConverter(extended(system))
  return {
    srid,
    toPlanar(lon, lat) {
      if (!withinReach(system, lon, lat)) return null
      const [x, y] = forward(lon, lat)
      if (!(Math.abs(x) <= MAX_METRES && Math.abs(y) <= MAX_METRES)) return null
      return [roundToCentimetre(x), roundToCentimetre(y)]
    },
    toWgs84(x, y) {
      const [lon, lat] = inverse(x, y)
      return [roundDegrees(lon), roundDegrees(lat)]
    },
    toWorld: createWorldPatches(inverse),
  }
}

function cityCoordinateSystem(srid: number): CoordinateSystem {
  if (WEB_MERCATOR.has(srid)) {
    throw new DomainError('invalid-setting', CRS_MESSAGES.webMercator(srid))
  }
  const system = coordinateSystem(srid)
  if (!system.metric) {
    throw new DomainError('invalid-setting', CRS_MESSAGES.notInMetres(srid, system.name))
  }
  return system
}

/** Metres on the 1 cm grid. */
export function roundToCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100
}

function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

/** Whether a WGS 84 position lies in a system's area of use or close by. False for what is not a number. */
export function withinReach({ bounds }: CoordinateSystem, lon: number, lat: number): boolean {
  return isWithin(bounds, lon, lat, REACH_DEGREES)
}
