/** Below this number of respondents a share is shown to staff only. */
export const MIN_RESPONDENTS = 30
