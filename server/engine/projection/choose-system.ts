import { DomainError, invalidField } from '../errors.ts'
import type { Texts } from '../texts.ts'
import { coordinateSystem } from './coordinate-systems.ts'
import type { NamedSystem } from './crs-name.ts'
import { type CityBounds, type LikelySystem, likelySystems, MIN_INSIDE } from './likely-systems.ts'
import { CRS_MESSAGES } from './messages.ts'

type Position = readonly [x: number, y: number]

const WGS84 = 4326
const MAX_NAMED = 3

/** Clues to the coordinate system of a file's positions. */
export interface SystemClues {
  /** EPSG code that the caller gives (`crs` of a mapping, `--crs`); null when none is given. */
  readonly given: number | null
  /** The system that the file names; null when none. */
  readonly named: NamedSystem | null
  /** A sample of the file's coordinate pairs, unconverted. */
  readonly positions: readonly Position[]
  readonly city: CityBounds
}

/**
 * The EPSG code of a file's positions: the caller's, else the file's own, else WGS 84 where the positions can be
 * degrees.
 *
 * @throws DomainError `invalid-file` when file and caller, or file and positions, contradict each other; when the
 * file names an unknown or unsupported system; and, listing the likeliest systems, when none is named and the
 * positions are not degrees
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

/**
 * The same, or the likeliest systems to choose from where none is named and the positions are not degrees.
 *
 * @throws DomainError as `chooseSystem` does in all other cases, and when the positions would lie in or near the city in
 * no known system
 */
export function systemOrLikely(
  clues: SystemClues,
): { readonly srid: number } | { readonly likely: readonly LikelySystem[] } {
  const { given, named, positions, city } = clues
  const isSaid = given !== null || named !== null
  if (isSaid || positions.length === 0 || canBeDegrees(positions)) return { srid: chooseSystem(clues) }
  const likely = likelySystems(positions, city)
  if (likely.length === 0) throw nothingSaid(positions, city)
  return { likely }
}

/** Refuses a caller's system other than the file's, which would misplace every position; unknown names are ignored. */
function refuseContradiction(
  given: number,
  { name, srid }: NamedSystem,
  positions: readonly Position[],
): void {
  if (srid === null || srid === given || isBelied(srid, positions)) return
  throw faultOf(CRS_MESSAGES.contradiction(titleOf(srid), name, titleOf(given)), given)
}

function systemOfFile({ name, srid }: NamedSystem, positions: readonly Position[]): number {
  if (srid === null) {
    throw faultOf(CRS_MESSAGES.unknownName(name), name)
  }
  refuseUnusable(srid)
  if (isBelied(srid, positions)) {
    throw faultOf(CRS_MESSAGES.belied(titleOf(srid)), name)
  }
  return srid
}

function refuseUnusable(srid: number): void {
  try {
    coordinateSystem(srid)
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause
    throw faultOf(CRS_MESSAGES.ownIsUnusable(cause.texts), srid)
  }
}

function nothingSaid([first, ...others]: readonly Position[], city: CityBounds): DomainError {
  const likely = likelySystems([first!, ...others], city).slice(0, MAX_NAMED)
  const reasons = likely.map(({ reason }) => reason)
  const inCity = likely.some(({ inside }) => inside >= MIN_INSIDE)
  return faultOf(CRS_MESSAGES.notSaid(first!, reasons, inCity), null)
}

/** Whether a file names a system in metres but holds degrees, which are smaller. */
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

/** In either axis order, and for most positions, so that a single error does not decide. */
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

function faultOf(rule: Texts, value: unknown): DomainError {
  return invalidField('invalid-file', { field: 'crs', value, rule })
}
