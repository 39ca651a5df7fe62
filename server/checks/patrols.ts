import { coveredWeekHours, WEEK_HOURS } from '../engine/time/week-hours.ts'
import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { PatrolEvidence } from './evidence.ts'
import type { PatrolZone } from '../engine/snapshot/features.ts'
import type { Footprint } from './footprint.ts'
import { shareOfFootprint } from './touching.ts'

/**
 * Patrol zones that the footprint touches and whose permit overlaps the period, with the share of the local
 * incidents of known time that fell within scheduled hours. Presence is not measured.
 *
 * @param week local incidents of known time by hour of the week (168, Monday 00:00 first), all groups
 * @param period ISO instants [from, to)
 */
export function patrolEvidence(
  footprint: Footprint,
  zones: readonly PatrolZone[],
  week: Float64Array,
  period: { readonly from: string; readonly to: string },
): readonly PatrolEvidence[] {
  const knownTime = week.reduce((sum, count) => sum + count, 0)
  return zones
    .filter(({ properties: { validFrom, validTo } }) => {
      return validFrom < period.to && (validTo === null || validTo >= period.from.slice(0, 10))
    })
    .flatMap((zone) => {
      const share = shareOfFootprint(footprint, planarPolygon(zone.planar))
      if (share <= 0) return []
      return [
        {
          id: `patrol-${zone.id}`,
          zoneId: zone.id,
          name: zone.properties.name,
          shareOfFootprint: share,
          shareInSchedule: knownTime > 0 ? scheduled(zone, week) / knownTime : null,
          knownTime,
        },
      ]
    })
}

function scheduled(zone: PatrolZone, week: Float64Array): number {
  const covered = new Uint8Array(WEEK_HOURS)
  for (const { weekdays, startHour, endHour } of zone.properties.schedule) {
    const window = coveredWeekHours({ startHour, endHour }, weekdays)
    for (let hour = 0; hour < WEEK_HOURS; hour++) covered[hour]! |= window[hour]!
  }
  return week.reduce((sum, count, hour) => sum + (covered[hour] === 1 ? count : 0), 0)
}
