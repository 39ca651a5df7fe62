/** Fewer answers than this, and a share is not told outside staff. */
export const LEAST_ANSWERS = 30
