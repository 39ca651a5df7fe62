/**
 * Starts of the three parts of the day, the finest times that staff's figures distinguish, on weekdays and weekends
 * separately.
 */
export const DAYPART_HOURS = [6, 14, 22] as const
