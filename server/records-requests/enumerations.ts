/**
 * Received; prepared by one person; decided by another: everything given, a part of it, or nothing.
 */
export const REQUEST_STATES = ['received', 'prepared', 'given', 'given-in-part', 'refused'] as const

/**
 * What a count counts. `as-released`: the incidents that releases count, so that it equals their sum; `everything`: all
 * incidents, dwellings and sensitive categories too, so that it is at least their sum.
 */
export const COUNTED_AS = ['as-released', 'everything'] as const

/** Kinds of areas that a figure given out may count. */
export const COUNTED_KINDS = ['place', 'district', 'base'] as const

/** States that end a request. */
export const isDecided = (state: string) => state !== 'received' && state !== 'prepared'
/** States by which its figures are out. */
export const GIVEN_STATES = ['given', 'given-in-part'] as const
