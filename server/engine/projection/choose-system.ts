import { DomainError } from '../errors.ts'
import { coordinateSystem } from './coordinate-systems.ts'
import type { NamedSystem } from './crs-name.ts'
import { type CityBounds, likelySystems } from './likely-systems.ts'

type Position = readonly [x: number, y: number]

const WGS84 = 4326
const MAX_NAMED = 3

/** What is known of where the positions of a file stand. */
export interface SystemClues {
  /** EPSG code that the caller gives (`crs` of a mapping, `--crs`); null when none is given. */
  readonly given: number | null
  /** What the file itself says; null when nothing. */
  readonly named: NamedSystem | null
  /** Pairs as they stand in the file, a sample. */
  readonly positions: readonly Position[]
  readonly city: CityBounds
}

/**
 * The EPSG code of the system in which a file's positions stand: the caller's, else the file's own, else WGS 84 where the
 * positions can be degrees.
 *
 * @throws DomainError `invalid-file` when file and caller, or file and positions, contradict each other; when the file names what
 * is not known or not read; and, with the likeliest systems, when nothing is said and the positions are no degrees
 */
export function chooseSystem({ given, named, positions, city }: SystemClues): number {
  if (given !== null) {
    if (named !== null) refuseContradiction(given, named, positions)
    return given
  }
  if (named !== null) return systemOfFile(named, positions)
  if (positions.length === 0 || canBeDegrees(positions)) return WGS84
  throw nothingSaid(positions, city)
}

/** A file that names one system and is read in another would land elsewhere; what it names in vain does not count. */
function refuseContradiction(
  given: number,
  { name, srid }: NamedSystem,
  positions: readonly Position[],
): void {
  if (srid === null || srid === given || isBelied(srid, positions)) return
  const rule = `the file says ${titleOf(srid)} (its member crs: ${name}), and crs is given as ${titleOf(given)}`
  throw faultOf(`${rule}. Leave crs (--crs) out to read the file in its own.`, given)
}

function systemOfFile({ name, srid }: NamedSystem, positions: readonly Position[]): number {
  if (srid === null) {
    throw faultOf(
      `the file names a coordinate system that is not known here (${name}). Give its EPSG code as crs (--crs).`,
      name,
    )
  }
  refuseUnusable(srid)
  if (isBelied(srid, positions)) {
    const rule = `the file says ${titleOf(srid)}, but its positions are degrees`
    throw faultOf(`${rule}. If they are longitude and latitude, give EPSG:4326 as crs (--crs).`, name)
  }
  return srid
}

function refuseUnusable(srid: number): void {
  try {
    coordinateSystem(srid)
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause
    throw faultOf(`the file is in ${cause.message}`, srid)
  }
}

function nothingSaid([first, ...others]: readonly Position[], city: CityBounds): DomainError {
  const likely = likelySystems([first!, ...others], city).slice(0, MAX_NAMED)
  const found =
    likely.length === 0
      ? 'In no known system do they lie in the city.'
      : `Likeliest: ${likely.map(({ reason }) => reason).join(' ')}`
  const rule = `neither the file nor crs (--crs) says in which coordinate system its positions stand, and ${first![0]}, ${first![1]} is no longitude and latitude`
  return faultOf(`${rule}. ${found}`, null)
}

/** Metres are not small: a file that names metres and holds degrees has the wrong name. */
function isBelied(srid: number, positions: readonly Position[]): boolean {
  return positions.length > 0 && !isGeographic(srid) && canBeDegrees(positions)
}

function isGeographic(srid: number): boolean {
  try {
    return coordinateSystem(srid).geographic
  } catch {
    return false
  }
}

/** In either order, for most of them: a single slip does not make metres of degrees. */
function canBeDegrees(positions: readonly Position[]): boolean {
  const fitting = positions.filter(
    ([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180 && Math.min(Math.abs(x), Math.abs(y)) <= 90,
  )
  return fitting.length * 2 > positions.length
}

function titleOf(srid: number): string {
  try {
    return `EPSG:${srid} (${coordinateSystem(srid).name})`
  } catch {
    return `EPSG:${srid}`
  }
}

function faultOf(rule: string, value: unknown): DomainError {
  const problems = [{ field: 'crs', value, rule }]
  return new DomainError('invalid-file', `crs: ${rule}`, { problems })
}
