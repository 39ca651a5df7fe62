import { sampleIncident } from '../support/sample-rows.ts'

export const DAY_MS = 86_400_000
export const NOW = Date.parse('2026-03-01T12:00:00Z')
const minuteOf = (ms: number) => Math.floor(ms / 60_000)

/** An incident that was over so many days before NOW. */
export const incidentOf = (externalId: string, daysAgo: number, more = {}) => {
  const at = minuteOf(NOW - daysAgo * DAY_MS)
  return sampleIncident({ externalId, fromMinute: at, toMinute: at, ...more })
}
