/** Fewer answers than this, and a share is not told outside staff. */
export const MIN_RESPONDENTS = 30
