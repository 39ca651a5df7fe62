const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

/**
 * The minute, since 1970, from which incidents of a source are kept: those that ended earlier are past retention, and
 * the purge erases them. Minus infinity for a source without retention.
 */
export function keptFromMinute(retentionDays: number | null, nowMs: number): number {
  return retentionDays === null ? -Infinity : Math.floor(nowMs / MINUTE_MS) - retentionDays * DAY_MINUTES
}
