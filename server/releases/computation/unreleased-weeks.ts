import type { PlaceContents, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { fourWeeksAt, fourWeeksOn, type MinuteSpan, spanOfFourWeeks, spanOfPeriod } from './periods.ts'

/** Four weeks of a place, in its latest released outline, that are not released yet. */
export interface UnreleasedWeeks {
  readonly place: PlaceContents
  readonly from: string
}

/**
 * The weeks that are released for districts and not yet for places. They are protected like hidden figures, because
 * they will be released: otherwise an earlier release could determine what a later one must hide.
 */
export function unreleasedWeeks(
  releases: readonly ReleaseContents[],
  zone: Zone,
): readonly UnreleasedWeeks[] {
  const places = releases.filter((release) => release.kind === 'place')
  const disclosed = new Set(
    places.flatMap(({ placeId, figures }) => figures.map(({ from }) => `${placeId} ${from}`)),
  )
  const latest = new Map(places.map((place) => [place.placeId, place]))
  const weeks = weeksWithin(
    releases.flatMap((release) => (release.kind === 'public' ? [spanOfPeriod(release.period, zone)] : [])),
    zone,
  )
  return [...latest.values()].flatMap((place) =>
    weeks.filter((from) => !disclosed.has(`${place.placeId} ${from}`)).map((from) => ({ place, from })),
  )
}

/** First days of the four weeks that share time with any of some spans, ascending. */
function weeksWithin(spans: readonly MinuteSpan[], zone: Zone): readonly string[] {
  const days = new Set<string>()
  for (const [from, to] of spans) {
    for (let day = fourWeeksAt(from, zone); spanOfFourWeeks(day, zone)![0] < to; day = fourWeeksOn(day, 1)) {
      days.add(day)
    }
  }
  return [...days].sort()
}
