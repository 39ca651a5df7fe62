import type { ShownCount } from '../../engine/disclosure/rounding.ts'

/** A count as a table's number; null where none is shown. */
export const numberOf = (count: ShownCount) => (typeof count === 'number' ? count : null)

/** Why there is no number, or that there is one. */
export const shownOf = (count: ShownCount) => (typeof count === 'number' ? 'count' : count)
