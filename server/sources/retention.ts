const DAY_MINUTES = 1440
const MINUTE_MS = 60_000

/**
 * The minute, since 1970, from which on incidents of a source are kept: what was over before it is past retention, and the
 * purge would destroy it at once. Minus infinity for a source without retention.
 */
export function keptFromMinute(retentionDays: number | null, nowMs: number): number {
  return retentionDays === null ? -Infinity : Math.floor(nowMs / MINUTE_MS) - retentionDays * DAY_MINUTES
}
