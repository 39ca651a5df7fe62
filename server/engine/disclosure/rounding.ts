/** Released counts are multiples of this. */
export const ROUNDING = 5
/** The largest count that is released as `few`. */
export const MAX_HIDDEN = 4

/** A count as released: 0–4 as `few`, everything else rounded to the nearest multiple of five on its own. */
export function shownCount(count: number): Extract<ShownCount, number | 'few'> {
  return count <= MAX_HIDDEN ? 'few' : Math.round(count / ROUNDING) * ROUNDING
}

/**
 * A released count: a multiple of five, or why there is none. `few` = 0–4, zero included; `not-covered` = no source
 * covers the whole area and period, so nothing can be compared; `withheld` = any number, suppressed because a hidden
 * figure could otherwise be derived from it ("visas inte, för att andra uppgifter inte ska kunna räknas fram").
 */
export type ShownCount = number | 'few' | 'not-covered' | 'withheld'
