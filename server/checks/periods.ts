import { DomainError, invalidParameter } from '../engine/errors.ts'
import { lastClosedMonth } from '../engine/time/closed-steps.ts'
import type { Source } from '../engine/snapshot/source.ts'
import {
  isCovered,
  overlap,
  type Period,
  type SpreadSteps,
  spreadSteps,
  yearEarlier,
} from '../engine/time/periods.ts'
import { monthAt, type MonthRange, monthStart } from '../engine/time/months.ts'
import { fromLocal, type Zone } from '../engine/time/zone.ts'
import type { Units } from '../units/index.ts'
import type { CheckQuery } from './evidence.ts'
import type { CheckRequest } from './request.ts'
import type { TimeUnit } from './subjects.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const DEFAULT_MONTHS = 12
const MONTHS_OF: Readonly<Record<TimeUnit, number>> = { month: 1, quarter: 3, year: 12 }
/** Quarters from which the dispersion of quarterly counts is estimated: at most five years, at least ten quarters. */
const QUARTERS = { max: 20, min: 10 }

/** The closed calendar months, quarters or years in which something is counted. */
export interface CountedPeriod {
  readonly months: MonthRange
  /** The counted months as [from, to) in minutes. */
  readonly period: Period
  /** The counted months a year earlier. */
  readonly earlier: MonthRange
  /** Steps of the series from which dispersion is estimated. */
  readonly spread: SpreadSteps
  /** Whether the sources cover the period, and the one a year earlier besides. */
  readonly covered: boolean
  readonly comparable: boolean
}

/** The periods of a check by the unit of time in which something is disclosed. */
export interface CheckPeriods {
  /** The requested period, where it was not of whole closed months. */
  readonly asked: CheckQuery['asked']
  readonly of: Readonly<Partial<Record<TimeUnit, CountedPeriod>> & Record<'month', CountedPeriod>>
}

/**
 * The closed calendar months of a request, or the last twelve that the sources cover; and the closed quarters and
 * years that those touch or, where none has closed, the last closed one. Open ones are left out: repeated daily,
 * their counts would disclose single days.
 *
 * @param unitsOfTime in which something is disclosed
 * @param units their cut decides which months have closed
 * @throws DomainError `invalid-parameter`, and `unprocessable` where no month is left
 */
export function periodsOf(
  request: CheckRequest,
  unitsOfTime: readonly TimeUnit[],
  { timeSpan, atMs }: Pick<Units, 'timeSpan' | 'atMs'>,
  { sources, zone }: { readonly sources: readonly Source[]; readonly zone: Zone },
): CheckPeriods {
  const requested = requestedPeriod(request)
  const lastClosed = lastClosedMonth(zone, atMs)
  const months =
    requested === null ? latestMonths(timeSpan, zone, lastClosed) : monthsTouched(requested, zone, lastClosed)
  if (months.last < months.first)
    throw new DomainError('unprocessable', 'No calendar month of this period has closed yet.')

  const counted = (unit: TimeUnit, range: MonthRange): CountedPeriod => {
    const period = periodOf(zone, range)
    const before = yearEarlier(zone, period)
    const covered = isCovered(zone, period, sources, timeSpan)
    return {
      months: range,
      period,
      earlier: { first: range.first - 12, last: range.last - 12 },
      spread:
        unit === 'quarter' ? spreadOfQuarters(zone, range, timeSpan) : spreadSteps(zone, period, before),
      covered,
      comparable: covered && !overlap(period, before) && isCovered(zone, before, sources, timeSpan),
    }
  }
  const month = counted('month', months)
  const isOther = requested !== null && (requested[0] !== month.period[0] || requested[1] !== month.period[1])
  // Months that are not covered whole are left out, unless requested. Depends on months alone, because stored
  // evidence records no others.
  const limit = Math.max(months.last, Math.min(lastKnownMonth(timeSpan, sources, zone), lastClosed))
  const longer = unitsOfTime
    .filter((unit) => unit !== 'month')
    .map((unit) => [unit, counted(unit, wholeUnits(months, limit, MONTHS_OF[unit]))] as const)
  return {
    asked: request.asked ?? (isOther ? isoPeriod(requested) : undefined),
    of: { month, ...Object.fromEntries(longer) },
  }
}

function requestedPeriod({ fromMinute, toMinute }: CheckRequest): Period | null {
  if (fromMinute === null && toMinute === null) return null
  if (fromMinute === null || toMinute === null)
    throw invalidParameter(fromMinute === null ? 'from' : 'to', null, 'give both from and to, or neither')
  if (fromMinute >= toMinute) throw invalidParameter('to', toMinute, 'a time after from')
  return [fromMinute, toMinute]
}

function monthsTouched([from, to]: Period, zone: Zone, lastClosed: number): MonthRange {
  return { first: monthAt(zone, from), last: Math.min(monthAt(zone, to - 1), lastClosed) }
}

/** Twelve months up to the last that is covered whole, or to the only one with incidents. */
function latestMonths(timeSpan: Units['timeSpan'], zone: Zone, lastClosed: number): MonthRange {
  if (timeSpan === null) return { first: lastClosed - DEFAULT_MONTHS + 1, last: lastClosed }
  const earliest = monthAt(zone, timeSpan.fromMinute)
  const last = Math.min(Math.max(lastWholeMonth(timeSpan, zone), earliest), lastClosed)
  return { first: last < earliest ? earliest : last - DEFAULT_MONTHS + 1, last }
}

/** The last month covered whole: as declared by every source, or by its incidents. */
function lastKnownMonth(timeSpan: Units['timeSpan'], sources: readonly Source[], zone: Zone): number {
  const declared = sources.map(({ coversTo }) =>
    coversTo === null ? Number.NEGATIVE_INFINITY : monthOfDate(coversTo, zone),
  )
  const recorded = timeSpan === null ? Number.NEGATIVE_INFINITY : lastWholeMonth(timeSpan, zone)
  return Math.max(recorded, Math.min(...declared))
}

/** The last month that ends on or before a date. */
function monthOfDate(date: string, zone: Zone): number {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return monthAt(zone, fromLocal(zone, year!, month!, day! + 1)) - 1
}

function lastWholeMonth({ toMinute }: NonNullable<Units['timeSpan']>, zone: Zone): number {
  return monthAt(zone, toMinute + DAY_MINUTES) - 1
}

/** The whole units of `size` months that some months touch and that end by `limit`, or the last of those that do. */
function wholeUnits({ first, last }: MonthRange, limit: number, size: number): MonthRange {
  const startOf = (month: number) => Math.floor(month / size) * size
  const lastEnd = startOf(limit + 1) - 1
  const end = Math.min(startOf(last) + size - 1, lastEnd)
  return startOf(first) <= end
    ? { first: startOf(first), last: end }
    : { first: lastEnd - size + 1, last: lastEnd }
}

/** The quarters up to the end of a period, from the first one covered. */
function spreadOfQuarters(zone: Zone, { last }: MonthRange, timeSpan: Units['timeSpan']): SpreadSteps {
  if (timeSpan === null) return NO_SPREAD
  const known = Math.ceil((monthAt(zone, timeSpan.fromMinute) + 1) / 3) * 3
  const steps = Math.min(QUARTERS.max, Math.floor((last + 1 - known) / 3))
  if (steps < QUARTERS.min) return NO_SPREAD
  const borders = Int32Array.from({ length: steps + 1 }, (_, k) =>
    monthStart(zone, last + 1 - 3 * (steps - k)),
  )
  return { borders, runs: [{ first: 0, steps }] }
}

const NO_SPREAD: SpreadSteps = { borders: Int32Array.of(), runs: [] }

function periodOf(zone: Zone, { first, last }: MonthRange): Period {
  return [monthStart(zone, first), monthStart(zone, last + 1)]
}

/** [from, to) as ISO instants. */
export function isoPeriod([from, to]: Period): { readonly from: string; readonly to: string } {
  const iso = (minute: number) => new Date(minute * MINUTE_MS).toISOString()
  return { from: iso(from), to: iso(to) }
}
