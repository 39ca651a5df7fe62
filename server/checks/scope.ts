import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { CheckQuery } from './evidence.ts'
import type { CheckSight, PermittedCheck } from './permit-check.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Footprint } from './footprint.ts'
import { boxOfGround, type Ground } from '../engine/geometry/ground.ts'
import { monthsOf } from '../engine/snapshot/in-whole-months.ts'
import { defaultPeriod, type Period, withYearEarlier } from '../engine/time/periods.ts'
import { monthCutBy, wholeMonths } from '../engine/time/whole-months.ts'
import type { CheckRequest } from './request.ts'

const FAR_CM = 50 * 1000 * 100

/** The period of a request, or the last 365 days up to the last incident, or up to the month that it would cut. */
export function periodOf(request: CheckRequest, snapshot: Snapshot, zone: Zone): Period {
  const last = snapshot.timeSpan?.toMinute
  if (request.fromMinute === null && request.toMinute === null) {
    if (last === undefined)
      throw new DomainError('unprocessable', 'There are no incidents to check against yet.')
    const period = defaultPeriod(zone, last)
    const cut = monthCutBy(period[1], withYearEarlier(zone, snapshot.months))
    return cut === undefined ? period : defaultPeriod(zone, cut.fromMinute - 1)
  }
  if (request.fromMinute === null || request.toMinute === null) {
    throw invalidParameter(
      request.fromMinute === null ? 'from' : 'to',
      null,
      'give both from and to, or neither',
    )
  }
  if (request.fromMinute >= request.toMinute) {
    throw invalidParameter('to', request.toMinute, 'a time after from')
  }
  return [request.fromMinute, request.toMinute]
}

/**
 * The period that is counted: widened so that neither it nor the one a year earlier cuts a month of which the sources know
 * incidents to the month only.
 */
export function countedPeriod(
  [fromMinute, toMinute]: Period,
  snapshot: Snapshot,
  { sources }: Pick<CheckSight, 'sources'>,
  zone: Zone,
): Period {
  const months = withYearEarlier(zone, monthsOf(snapshot.months, sources))
  const period = wholeMonths({ fromMinute, toMinute }, months)
  return [period.fromMinute, period.toMinute]
}

/** The question in full: with the snapshot version it fixes every figure. */
export function queryOf(
  footprint: Footprint,
  { asked, period }: { readonly asked: Period; readonly period: Period },
  {
    ringMetres,
    edgeMetres,
    limitedTo,
  }: Pick<CheckQuery, 'ringMetres' | 'edgeMetres'> & Pick<PermittedCheck, 'limitedTo'>,
): CheckQuery {
  const iso = (minute: number) => new Date(minute * 60_000).toISOString()
  const dates = ([from, to]: Period) => ({ from: iso(from), to: iso(to) })
  return {
    geometry: footprint.geometry,
    ...dates(period),
    ...(asked[0] === period[0] && asked[1] === period[1] ? {} : { asked: dates(asked) }),
    ringMetres: [...ringMetres],
    edgeMetres,
    ...(limitedTo === null ? {} : { limitedTo }),
  }
}

/** @throws DomainError `invalid-geometry` for a footprint more than 50 km from the study area */
export function refuseFarAway({ polygon }: Footprint, ground: Ground): void {
  const city = boxOfGround(ground)
  if (city === null) return
  const { box } = polygon
  const gapX = Math.max(city.minX - box.maxX, box.minX - city.maxX, 0)
  const gapY = Math.max(city.minY - box.maxY, box.minY - city.maxY, 0)
  if (Math.hypot(gapX, gapY) <= FAR_CM) return
  const kilometres = Math.round(Math.hypot(gapX, gapY) / 100_000)
  const rule = `within 50 km of the city; it lies ${kilometres} km away (are longitude and latitude swapped?)`
  throw new DomainError('invalid-geometry', `geometry: ${rule}`, { problems: [{ field: 'geometry', rule }] })
}
