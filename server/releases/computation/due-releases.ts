import type { Area } from '../../engine/snapshot/features.ts'
import type { Source } from '../../engine/snapshot/source.ts'
import { toLocalMinute, type Zone } from '../../engine/time/zone.ts'
import type { DueReleases } from '../release-computer.ts'
import type { ReleasePeriod } from '../release.ts'
import { openSources, type TimeSpan } from './open-sources.ts'
import { isClosed, spanOfPeriod } from './periods.ts'
import { duePlaces, lastWeeksOfKeys } from './place-schedule.ts'

interface City {
  readonly sources: readonly Source[]
  readonly places: readonly Area[]
  readonly timeSpan: TimeSpan
  readonly zone: Zone
}

/**
 * What can be prepared now.
 *
 * @param keys of the releases that exist, discarded ones excepted
 */
export function dueReleases(city: City, keys: readonly string[], nowMs: number): DueReleases {
  const { places, zone } = city
  const due = duePlaces(places, lastWeeksOfKeys(keys), zone, nowMs)
  return {
    periods: duePeriods(city, keys, nowMs),
    places: due === null ? null : { from: due.from, count: due.places.length },
  }
}

function duePeriods(
  { sources, timeSpan, zone }: City,
  keys: readonly string[],
  nowMs: number,
): readonly ReleasePeriod[] {
  if (timeSpan === null) return []
  const yearAt = (minute: number) => new Date(toLocalMinute(zone, minute) * 60_000).getUTCFullYear()
  const due: ReleasePeriod[] = []
  for (let year = yearAt(nowMs / 60_000); year >= yearAt(timeSpan.fromMinute); year--) {
    const periods: readonly ReleasePeriod[] = [
      `${year}`,
      ...([4, 3, 2, 1] as const).map((q) => `${year}-Q${q}` as const),
    ]
    for (const period of periods) {
      const span = spanOfPeriod(period, zone)
      const isOpen = isClosed(span, nowMs) && openSources(sources, 'public', span, timeSpan, zone).length > 0
      if (isOpen && !keys.includes(period)) due.push(period)
    }
  }
  return due
}
