import { DomainError, invalidParameter } from '../engine/errors.ts'
import { cellCentre } from '../engine/lattice/lattice.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { Period } from '../engine/time/periods.ts'
import { monthAt, type MonthRange, monthStart } from '../engine/time/months.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CheckQuery } from './evidence.ts'
import type { Footprint } from './footprint.ts'
import type { PermittedCheck } from './permit-check.ts'
import type { CheckRequest } from './request.ts'

const FAR_CM = 50 * 1000 * 100
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const DEFAULT_MONTHS = 12

/** Which months a check counts. */
export interface CheckPeriod {
  readonly months: MonthRange
  /** The same as [from, to) in minutes. */
  readonly period: Period
  /** What was asked for, where that is another period. */
  readonly asked: CheckQuery['asked']
}

/**
 * The whole calendar months of a request that have closed, or the last twelve that the sources know whole. An open month is
 * left out: asked of day by day, it would tell of days.
 *
 * @throws DomainError `invalid-parameter`, and `unprocessable` where no month is left
 */
export function periodOf(
  request: CheckRequest,
  snapshot: Pick<Snapshot, 'timeSpan' | 'months'>,
  zone: Zone,
  nowMs: number,
): CheckPeriod {
  const asked = askedPeriod(request)
  const lastClosed = monthAt(zone, Math.floor(nowMs / MINUTE_MS)) - 1
  const months =
    asked === null ? latestMonths(snapshot, zone, lastClosed) : monthsTouched(asked, zone, lastClosed)
  if (months.last < months.first)
    throw new DomainError('unprocessable', 'No calendar month of this period has closed yet.')
  const period: Period = [monthStart(zone, months.first), monthStart(zone, months.last + 1)]
  const isOther = asked !== null && (asked[0] !== period[0] || asked[1] !== period[1])
  return {
    months,
    period,
    asked: request.asked ?? (isOther ? datesOf(asked) : undefined),
  }
}

/** The same months a year earlier. */
export function monthsYearEarlier({ first, last }: MonthRange): MonthRange {
  return { first: first - 12, last: last - 12 }
}

/** The months of the steps of a series. @param borders UTC minutes at which months begin */
export function monthsOfSteps(borders: Int32Array, zone: Zone): readonly MonthRange[] {
  const starts = Array.from(borders, (minute) => monthAt(zone, minute))
  return starts.slice(1).map((end, k) => ({ first: starts[k]!, last: end - 1 }))
}

function askedPeriod({ fromMinute, toMinute }: CheckRequest): Period | null {
  if (fromMinute === null && toMinute === null) return null
  if (fromMinute === null || toMinute === null)
    throw invalidParameter(fromMinute === null ? 'from' : 'to', null, 'give both from and to, or neither')
  if (fromMinute >= toMinute) throw invalidParameter('to', toMinute, 'a time after from')
  return [fromMinute, toMinute]
}

function monthsTouched([from, to]: Period, zone: Zone, lastClosed: number): MonthRange {
  return { first: monthAt(zone, from), last: Math.min(monthAt(zone, to - 1), lastClosed) }
}

/** Twelve months up to the last that incidents are known through the end of, or to the only one that holds any. */
function latestMonths(
  { timeSpan, months }: Pick<Snapshot, 'timeSpan' | 'months'>,
  zone: Zone,
  lastClosed: number,
): MonthRange {
  if (timeSpan === null)
    throw new DomainError('unprocessable', 'There are no incidents to check against yet.')
  const earliest = monthAt(zone, timeSpan.fromMinute)
  const end = months.reduce(
    (latest, { toMinute }) => Math.max(latest, toMinute),
    timeSpan.toMinute + DAY_MINUTES,
  )
  const last = Math.min(Math.max(monthAt(zone, end) - 1, earliest), lastClosed)
  return { first: last < earliest ? earliest : last - DEFAULT_MONTHS + 1, last }
}

function datesOf([from, to]: Period): NonNullable<CheckQuery['asked']> {
  const iso = (minute: number) => new Date(minute * MINUTE_MS).toISOString()
  return { from: iso(from), to: iso(to) }
}

/** The question in full: with the snapshot version it fixes every figure. */
export function queryOf(
  footprint: Footprint,
  { asked, period }: CheckPeriod,
  {
    ringMetres,
    edgeMetres,
    limitedTo,
  }: Pick<CheckQuery, 'ringMetres' | 'edgeMetres'> & Pick<PermittedCheck, 'limitedTo'>,
): CheckQuery {
  return {
    geometry: footprint.geometry,
    ...datesOf(period),
    ...(asked === undefined ? {} : { asked }),
    ringMetres: [...ringMetres],
    edgeMetres,
    ...(limitedTo === null ? {} : { limitedTo }),
  }
}

/** @throws DomainError `invalid-geometry` for a footprint more than 50 km from the block of the population */
export function refuseFarAway({ polygon: { box } }: Footprint, population: CellPopulation): void {
  if (population.cells === 0) return
  const { edgeMetres, i0, j0, columns, rows } = population
  const [minX, minY] = cellCentre({ i: i0, j: j0 }, edgeMetres)
  const [maxX, maxY] = cellCentre({ i: i0 + columns, j: j0 + rows }, edgeMetres)
  const gapX = Math.max(minX * 100 - box.maxX, box.minX - maxX * 100, 0)
  const gapY = Math.max(minY * 100 - box.maxY, box.minY - maxY * 100, 0)
  if (Math.hypot(gapX, gapY) <= FAR_CM) return
  const kilometres = Math.round(Math.hypot(gapX, gapY) / 100_000)
  const rule = `within 50 km of the city; it lies ${kilometres} km away (are longitude and latitude swapped?)`
  throw new DomainError('invalid-geometry', `geometry: ${rule}`, { problems: [{ field: 'geometry', rule }] })
}
