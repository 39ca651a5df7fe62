import { MAX_HIDDEN, ROUNDING, type ShownCount } from './rounding.ts'

/** Counts of 10–24, 25–49, 50 and more; `not-shown` = few incidents or few places. */
const HEX_BANDS = ['b10', 'b25', 'b50', 'not-shown'] as const
export type HexBand = (typeof HEX_BANDS)[number]

export { MAX_HIDDEN, shownCount } from './rounding.ts'

const HALF = Math.floor(ROUNDING / 2)

/** Smallest count of each band. */
const BANDS = [
  ['b50', 50],
  ['b25', 25],
  ['b10', 10],
] as const
export const MAX_UNSHOWN = 9

/** What a released figure implies of the count: low ≤ count ≤ high, both included. */
export interface CountRange {
  readonly low: number
  readonly high: number
}

/** Any number at all. */
export const UNKNOWN_COUNT: CountRange = { low: 0, high: Infinity }

/**
 * The range that a released count implies. Five stands for 5–7 and not for 3–7, for three and four would have been
 * `few`.
 *
 * @param shown not `not-covered`, which implies nothing
 */
export function rangeOfShown(shown: ShownCount): CountRange {
  if (shown === 'few') return { low: 0, high: MAX_HIDDEN }
  if (shown === 'withheld' || shown === 'not-covered') return UNKNOWN_COUNT
  return { low: Math.max(MAX_HIDDEN + 1, shown - HALF), high: shown + HALF }
}

/** What the band of a cell depends on. */
export interface CellFacts {
  readonly count: number
  /** Number of distinct positions. */
  readonly positions: number
  /** Incidents at the commonest position. */
  readonly largest: number
  /** Residents or people who work there, whichever are more. */
  readonly people: number
}

const MIN_POSITIONS = 5
const MIN_PEOPLE = 100

/**
 * The band of a cell: shown from ten incidents at five positions on, none of which has more than half of them, where at
 * least a hundred people live or work.
 */
export function bandOf({ count, positions, largest, people }: CellFacts): HexBand {
  if (positions < MIN_POSITIONS || largest * 2 > count || people < MIN_PEOPLE) return 'not-shown'
  return BANDS.find(([, min]) => count >= min)?.[0] ?? 'not-shown'
}

/** The range that a band implies; a cell that is not shown may hold any number. */
export function rangeOfBand(band: HexBand): CountRange {
  const at = BANDS.findIndex(([name]) => name === band)
  if (at < 0) return UNKNOWN_COUNT
  return { low: BANDS[at]![1], high: at === 0 ? Infinity : BANDS[at - 1]![1] - 1 }
}

export const RELEASE_EDGE_METRES = 400
