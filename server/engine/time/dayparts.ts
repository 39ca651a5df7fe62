/** Three parts of the day, and weekdays apart from weekends: the finest times that are told apart for them. */
export const DAYPART_HOURS = [6, 14, 22] as const
