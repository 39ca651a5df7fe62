/** How long a check is remembered, and how many of one account. */
export const REMEMBERED_CHECKS = { days: 30, most: 200 } as const
