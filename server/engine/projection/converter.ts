import proj4 from 'proj4'
import { type Bounds, type CoordinateSystem, isWithin } from './coordinate-systems.ts'

type Position = readonly [x: number, y: number]

/** A coordinate system beside WGS 84. Not rounded; not finite outside the projection's domain. */
export interface Converter {
  /** Degrees of WGS 84 → easting and northing, or longitude and latitude, of the system. */
  forward(lon: number, lat: number): Position
  /** The inverse. */
  inverse(x: number, y: number): Position
}

const WORLD: Bounds = [-180, -90, 180, 90]
const NOWHERE: Position = [Number.NaN, Number.NaN]

/**
 * The converter of a system. Where its datum has several operations, that of the position's own place is taken, as PROJ does.
 *
 * @throws Error for a definition that proj4 does not know
 */
export function createConverter({ definition, operations }: CoordinateSystem): Converter {
  const converters = operations.map(({ shift }) => converterOf(definition, shift))
  const first = converters[0]!
  if (new Set(operations.map(({ shift }) => shift)).size === 1 && isEverywhere(operations.at(-1)!.bounds))
    return first
  const at = (lon: number, lat: number): Converter | undefined =>
    converters[operations.findIndex(({ bounds }) => isWithin(bounds, lon, lat))]
  return {
    forward: (lon, lat) => at(lon, lat)?.forward(lon, lat) ?? NOWHERE,
    inverse(x, y) {
      // Any operation will do to find the place: they differ by metres.
      const [lon, lat] = first.inverse(x, y)
      return at(lon, lat)?.inverse(x, y) ?? NOWHERE
    },
  }
}

function converterOf(definition: string, shift: string): Converter {
  // Web Mercator takes no shift between its sphere and the ellipsoid.
  const datum = definition.includes('+nadgrids=') ? '' : ` +towgs84=${shift}`
  const converter = proj4(definition + datum)
  const ownAxes = definition.includes('+axis=')
  return {
    forward: (lon, lat) =>
      Number.isFinite(lon + lat) ? (converter.forward([lon, lat], ownAxes) as [number, number]) : NOWHERE,
    inverse: (x, y) =>
      Number.isFinite(x + y) ? (converter.inverse([x, y], ownAxes) as [number, number]) : NOWHERE,
  }
}

/**
 * The system with its broadest operation for places without one, such as a city's sea, so that the shift is
 * continuous.
 */
export function extended(system: CoordinateSystem): CoordinateSystem {
  return { ...system, operations: [...system.operations, { ...system.operations.at(-1)!, bounds: WORLD }] }
}

function isEverywhere(bounds: Bounds): boolean {
  return bounds.every((limit, side) => limit === WORLD[side])
}
