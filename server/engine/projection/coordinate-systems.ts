import { createRequire } from 'node:module'
import { DomainError } from '../errors.ts'
import { CRS_MESSAGES } from './messages.ts'

/** West, south, east, north in degrees; west > east when it crosses the antimeridian. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** How positions come from a system's datum to WGS 84 in a part of the world. */
export interface DatumOperation {
  readonly bounds: Bounds
  /** Seven parameters as proj4 takes them (`+towgs84`). */
  readonly shift: string
  /** Accuracy in the register; null when not stated. */
  readonly accuracyMetres: number | null
}

/** A coordinate system of the EPSG register. */
export interface CoordinateSystem {
  readonly srid: number
  readonly name: string
  /** Projection and ellipsoid for proj4, without the shift of the datum. */
  readonly definition: string
  /** The first operation whose bounds hold a position applies; without one the position cannot be converted. */
  readonly operations: readonly DatumOperation[]
  /** Longitude and latitude in degrees. */
  readonly geographic: boolean
  /** Projected, in metres. */
  readonly metric: boolean
  /** Area of use. */
  readonly bounds: Bounds
}

type OperationRow = readonly [accuracyMetres: number | null, ...bounds: Bounds, shift: string]
type SystemRow = readonly [name: string, definition: string, datum: number, ...bounds: Bounds]

/** The data file that `make/` writes. */
export interface Definitions {
  readonly register: string
  readonly datums: { readonly [code: string]: readonly OperationRow[] }
  readonly systems: { readonly [code: string]: SystemRow }
  /** Withdrawn from the register: read, but never proposed. */
  readonly deprecated: { readonly [code: string]: SystemRow }
  /** Systems that have heights as well, which are not read: code of the horizontal part. */
  readonly horizontal: { readonly [code: string]: number }
  /** Systems that proj4 would convert more than a metre off: name and reason. */
  readonly refused: { readonly [code: string]: readonly [name: string, reason: string] }
}

const readData = createRequire(import.meta.url)

/**
 * Looks a coordinate system up in our definitions.
 *
 * @throws DomainError `invalid-setting` when the code is unknown, or its positions would be more than a metre off
 */
export function coordinateSystem(srid: number): CoordinateSystem {
  const definitions = readData('./definitions.json') as Definitions
  const refused = definitions.refused[srid]
  if (refused !== undefined) {
    throw new DomainError('invalid-setting', CRS_MESSAGES.notRead(srid, ...refused))
  }
  const system = systemOf(definitions.horizontal[srid] ?? srid, definitions)
  if (system === null) {
    throw new DomainError('invalid-setting', CRS_MESSAGES.unknown(srid))
  }
  return system
}

/** The systems whose area of use meets a box of degrees. */
export function systemsIn(box: Bounds): readonly CoordinateSystem[] {
  const definitions = readData('./definitions.json') as Definitions
  return Object.keys(definitions.systems).flatMap((code) => {
    const [, , , ...bounds] = definitions.systems[code]!
    return meets(bounds, box) ? [systemOf(Number(code), definitions)!] : []
  })
}

function meets(a: Bounds, b: Bounds): boolean {
  if (a[1] > b[3] || b[1] > a[3]) return false
  const spans = (bounds: Bounds) => {
    const [west, , east] = bounds
    return west <= east
      ? [[west, east]]
      : [
          [west, 180],
          [-180, east],
        ]
  }
  return spans(a).some(([w, e]) => spans(b).some(([west, east]) => w! <= east! && west! <= e!))
}

/** Name and definition of a system in a set of definitions; null when it is not there. */
export function systemOf(
  srid: number,
  { systems, deprecated, datums }: Definitions,
): CoordinateSystem | null {
  const row = systems[srid] ?? deprecated[srid]
  if (row === undefined) return null
  const [name, definition, datum, ...bounds] = row
  const geographic = /\+proj=longlat\b/.test(definition)
  return {
    srid,
    name,
    definition,
    operations: datums[datum]!.map(([accuracyMetres, west, south, east, north, shift]) => ({
      accuracyMetres,
      bounds: [west, south, east, north],
      shift,
    })),
    geographic,
    metric: !geographic && !/\+(units|to_meter)=/.test(definition),
    bounds,
  }
}

/** Whether bounds hold a position in degrees, or one within `reach` degrees of them. False for what is not a number. */
export function isWithin([west, south, east, north]: Bounds, lon: number, lat: number, reach = 0): boolean {
  if (!(lat >= south - reach && lat <= north + reach)) return false
  if (!(lon >= -180 && lon <= 180)) return false
  return west > east ? lon >= west - reach || lon <= east + reach : lon >= west - reach && lon <= east + reach
}
