import type { Envelope } from '../../engine/snapshot/study-envelope.ts'
import { type CoordinateProblem, readCoordinate } from './coordinate-text.ts'

/** Easting and northing in the city's CRS, centimetres. */
export interface Place {
  readonly xCm: number
  readonly yCm: number
}

export type Locator = (xText: string, yText: string) => Place | CoordinateProblem

/** How far outside the study area a row may lie, metres. */
export const REACH_METRES = 50_000

/**
 * Places the two coordinate texts of a row, or says by name what is wrong with them.
 *
 * A position that only makes sense with its coordinates exchanged is `swapped-axes`: it falls outside the reach as it
 * stands and inside when exchanged. It is not exchanged silently, for a file in the wrong order is a mapping to correct.
 *
 * @param transform from the file's CRS to the city's, metres; null outside the reach of either
 * @param envelope of the study area; null when there is none yet, then the CRS's area of use alone decides
 * @param inDegrees whether the file's coordinates are longitude and latitude
 */
export function createLocator({
  transform,
  envelope,
  inDegrees,
  decimal,
}: {
  readonly transform: (x: number, y: number) => readonly [x: number, y: number] | null
  readonly envelope: Envelope | null
  readonly inDegrees: boolean
  readonly decimal: '.' | ','
}): Locator {
  const form = { decimal, inDegrees }

  function place(x: number, y: number): Place | null {
    if (inDegrees && (Math.abs(y) > 90 || Math.abs(x) > 180)) return null
    const planar = transform(x, y)
    if (planar === null || !Number.isFinite(planar[0]) || !Number.isFinite(planar[1])) return null
    if (envelope !== null && !isWithin(envelope, planar[0], planar[1])) return null
    return { xCm: Math.round(planar[0] * 100), yCm: Math.round(planar[1] * 100) }
  }

  return (xText, yText) => {
    const x = readCoordinate(xText, form, 'x')
    if (typeof x !== 'number') return x
    const y = readCoordinate(yText, form, 'y')
    if (typeof y !== 'number') return y
    if (x === 0 && y === 0) return { reason: 'no-position', detail: 'both coordinates are 0', part: 'x' }
    return place(x, y) ?? misplaced(x, y, place(y, x) !== null, inDegrees)
  }
}

function misplaced(x: number, y: number, fitsExchanged: boolean, inDegrees: boolean): CoordinateProblem {
  if (fitsExchanged) {
    const detail = `${x}, ${y} only makes sense exchanged: the column of x holds northings (or latitudes)`
    return { reason: 'swapped-axes', detail, part: 'x' }
  }
  if (inDegrees && (Math.abs(y) > 90 || Math.abs(x) > 180)) {
    const detail = `${x}, ${y} is no longitude and latitude; is crs right?`
    return { reason: 'bad-position', detail, part: Math.abs(y) > 90 ? 'y' : 'x' }
  }
  return { reason: 'far-away', detail: `${x}, ${y} lies outside the city's surroundings`, part: 'x' }
}

function isWithin({ minX, minY, maxX, maxY }: Envelope, x: number, y: number): boolean {
  return (
    x >= minX - REACH_METRES &&
    x <= maxX + REACH_METRES &&
    y >= minY - REACH_METRES &&
    y <= maxY + REACH_METRES
  )
}
