import type { ShownCount } from '../../releases/release.ts'

/** Counts are told as multiples of this. */
export const ROUNDING = 5
/** The largest count that is not told. */
export const MOST_HIDDEN = 4

/** A count as it is told outside: 0–4 as `few`, everything else rounded to the nearest multiple of five on its own. */
export function shownCount(count: number): Extract<ShownCount, number | 'few'> {
  return count <= MOST_HIDDEN ? 'few' : Math.round(count / ROUNDING) * ROUNDING
}
