import { createRequire } from 'node:module'
import { DomainError } from '../errors.ts'

/** A coordinate system of the EPSG register. */
export interface CoordinateSystem {
  readonly srid: number
  readonly name: string
  /** Definition that proj4 takes. */
  readonly proj4: string
  readonly metric: boolean
  /** Area of use in degrees: [north, west, south, east]; west > east when it crosses the antimeridian. */
  readonly bbox: readonly [north: number, west: number, south: number, east: number]
}

interface RegisterEntry {
  readonly name: string
  readonly proj4: string | null
  readonly unit: string | null
  readonly bbox: readonly [number, number, number, number] | null
}

const readRegister = createRequire(import.meta.url)

/**
 * Published seven-parameter shifts to WGS 84 for datums whose register entry names a grid file. The grids are not
 * shipped; these are what PROJ uses without them: EPSG:1314 (about 2 m) and EPSG:1777 (about 3 m).
 */
const SHIFT_INSTEAD_OF_GRID: ReadonlyMap<string, string> = new Map([
  ['OSTN15_NTv2_OSGBtoETRS.gsb', '446.448,-125.157,542.06,0.15,0.247,0.842,-20.489'],
  ['BETA2007.gsb', '598.1,73.7,418.2,0.202,0.045,-2.455,6.7'],
])

/**
 * Looks a coordinate system up in the EPSG register.
 *
 * @throws DomainError `invalid-setting` when the code is unknown, or needs a grid file that is not shipped
 */
export function coordinateSystem(srid: number): CoordinateSystem {
  const entry = registerEntry(srid)
  if (entry === null || entry.proj4 === null) {
    throw new DomainError('invalid-setting', `EPSG:${srid} is not a coordinate system of the EPSG register.`)
  }
  return {
    srid,
    name: entry.name,
    proj4: withoutGrid(srid, entry.proj4),
    metric: entry.unit === 'metre' && !/\+proj=(longlat|geocent)\b/.test(entry.proj4),
    bbox: entry.bbox ?? [90, -180, -90, 180],
  }
}

function registerEntry(srid: number): RegisterEntry | null {
  if (!Number.isInteger(srid) || srid <= 0) return null
  try {
    return readRegister(`epsg-index/s/${srid}.json`) as RegisterEntry
  } catch {
    return null
  }
}

function withoutGrid(srid: number, definition: string): string {
  const grid = /\+nadgrids=(?!@)("[^"]*"|\S+)/.exec(definition)
  if (grid === null) return definition
  const shift = SHIFT_INSTEAD_OF_GRID.get(grid[1]!)
  if (shift === undefined) {
    throw new DomainError(
      'invalid-setting',
      `EPSG:${srid} needs the grid file ${grid[1]!}, which is not shipped.`,
    )
  }
  return definition.replace(grid[0], `+towgs84=${shift}`)
}
