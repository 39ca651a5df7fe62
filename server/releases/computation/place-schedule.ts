import { DomainError, invalidParameter } from '../../engine/errors.ts'
import type { Area } from '../../engine/snapshot/features.ts'
import type { PlaceContents, ReleaseContents } from '../release.ts'
import type { Zone } from '../../engine/time/zone.ts'
import {
  daysOf,
  fourWeeksAt,
  fourWeeksOn,
  isClosed,
  type MinuteSpan,
  PLACE_DELAY_DAYS,
  spanOfFourWeeks,
  spanOfPeriod,
  yearEndingIn,
} from './periods.ts'
import { isValid, outlineKey } from './release-areas.ts'

/** Key of the release of a place in the four weeks from a day. */
export function placeKey({ placeId, series }: PlaceContents, from: string): string {
  return `place/${placeId}/${series}/${from}`
}

/** @throws DomainError `invalid-parameter` for a day on which no four weeks begin */
export function spanOrRefuse(from: string, zone: Zone): MinuteSpan {
  const span = spanOfFourWeeks(from, zone)
  if (span === null) throw invalidParameter('from', from, 'the Monday of four weeks counted from 2018-01-01')
  return span
}

/** The first day of the last four weeks that were released of each place, by its id. */
export type LastWeeks = ReadonlyMap<number, string>

/** From the contents of releases. */
export function lastWeeksOf(known: readonly ReleaseContents[]): LastWeeks {
  return latest(
    known.flatMap((release) =>
      release.kind === 'place' ? release.figures.map(({ from }) => [release.placeId, from] as const) : [],
    ),
  )
}

/** From the keys of releases; those of public ones are passed over. */
export function lastWeeksOfKeys(keys: readonly string[]): LastWeeks {
  return latest(
    keys.flatMap((key) => {
      const [kind, placeId, , from] = key.split('/')
      return kind === 'place' && from !== undefined ? [[Number(placeId), from] as const] : []
    }),
  )
}

function latest(weeks: readonly (readonly [placeId: number, from: string])[]): LastWeeks {
  const last = new Map<number, string>()
  for (const [placeId, from] of weeks) if (from > (last.get(placeId) ?? '')) last.set(placeId, from)
  return last
}

/** The places that lack the release of some closed four weeks, and the earliest such weeks; null when nothing is due. */
export function duePlaces(
  places: readonly Area[],
  last: LastWeeks,
  zone: Zone,
  nowMs: number,
): { readonly from: string; readonly places: readonly Area[] } | null {
  const isReady = (from: string) => isClosed(spanOfFourWeeks(from, zone)!, nowMs, PLACE_DELAY_DAYS)
  const waiting = places.flatMap((place) => {
    const from = nextOf(place, last, zone, nowMs)
    return isReady(from) && isValidIn(place, from, zone) ? [{ place, from }] : []
  })
  if (waiting.length === 0) return null
  const from = waiting.map((one) => one.from).reduce((a, b) => (b < a ? b : a))
  return { from, places: waiting.filter((one) => one.from === from).map(({ place }) => place) }
}

/** The four weeks after the last released for a place; the last closed ones where none were. */
function nextOf({ id }: Area, last: LastWeeks, zone: Zone, nowMs: number): string {
  const released = last.get(id)
  return released === undefined
    ? fourWeeksOn(fourWeeksAt(nowMs / 60_000 - PLACE_DELAY_DAYS * 1440, zone), -1)
    : fourWeeksOn(released, 1)
}

/**
 * @throws DomainError `unprocessable` before four weeks are closed or where the place was not valid, `conflict` when
 * they were released, or would overlap in time with figures of an earlier outline
 */
export function refuseUntimelyPlace(
  place: Area,
  from: string,
  known: readonly ReleaseContents[],
  zone: Zone,
  nowMs: number,
): void {
  const span = spanOrRefuse(from, zone)
  const { name } = place.properties
  if (!isClosed(span, nowMs, PLACE_DELAY_DAYS)) {
    const why = `The four weeks from ${from} are told once they have been over for ${PLACE_DELAY_DAYS} days.`
    throw new DomainError('unprocessable', why)
  }
  if (!isValidIn(place, from, zone)) {
    throw new DomainError('unprocessable', `${name} was not valid throughout the four weeks from ${from}.`)
  }
  const series = outlineKey(place.planar)
  for (const disclosed of disclosedOf(place.id, known)) {
    const last = disclosed.figures.map((figure) => figure.from).reduce((a, b) => (b > a ? b : a), '')
    if (disclosed.figures.some((figure) => figure.from === from)) {
      throw new DomainError('conflict', `${name} has been told of in the four weeks from ${from}.`)
    }
    if (disclosed.series !== series && last >= from) {
      const why = `An earlier outline of ${name} was told of up to the four weeks from ${last}; series do not overlap.`
      throw new DomainError('conflict', why)
    }
  }
}

/**
 * The year that ends within four weeks, with the places whose profile of it may be released: not those released in
 * that year with another outline, because two series would cover the same time.
 */
export function profiledPlaces(
  places: readonly Area[],
  span: MinuteSpan,
  known: readonly ReleaseContents[],
  zone: Zone,
): { readonly name: `${number}`; readonly span: MinuteSpan; readonly placeIds: readonly number[] } | null {
  const year = yearEndingIn(span, zone)
  if (year === null) return null
  const ofYear = spanOfPeriod(year, zone)
  const isClean = ({ id, planar }: Area) =>
    disclosedOf(id, known).every(
      ({ series, figures }) =>
        series === outlineKey(planar) ||
        figures.every(({ from }) => spanOfFourWeeks(from, zone)![1] <= ofYear[0]),
    )
  return { name: year, span: ofYear, placeIds: places.filter(isClean).map(({ id }) => id) }
}

function disclosedOf(placeId: number, known: readonly ReleaseContents[]): readonly PlaceContents[] {
  return known.filter((release) => release.kind === 'place').filter((release) => release.placeId === placeId)
}

function isValidIn({ properties }: Area, from: string, zone: Zone): boolean {
  return isValid(properties, ...daysOf(spanOrRefuse(from, zone), zone))
}
