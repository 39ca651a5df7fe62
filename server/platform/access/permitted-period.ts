import { DomainError } from '../../engine/errors.ts'
import { daysForParts, LEAST_DAYS, type PermitContext } from './staff-limits.ts'
import { fromLocal, toLocalMinute, type Zone } from '../../engine/time/zone.ts'

/** The parts of the time that a question tells apart. */
export interface PartsAsked {
  readonly hours: boolean
  readonly weekdays: boolean
}

/** Minutes since 1970 UTC, [from, to); null = open. */
interface AskedPeriod {
  readonly fromMinute: number | null
  readonly toMinute: number | null
}

/** Steps in which borders may lie, months, with the days of the shortest one: months, quarters, half-years, years. */
const STEPS = [
  { months: 1, leastDays: 28 },
  { months: 3, leastDays: 90 },
  { months: 6, leastDays: 181 },
  { months: 12, leastDays: 365 },
] as const
export type StepMonths = (typeof STEPS)[number]['months']
const STEP_WORDS = { 1: 'calendar months', 3: 'quarters', 6: 'half-years', 12: 'calendar years' } as const
const DAY_MINUTES = 1440

/**
 * How far apart the borders of permitted periods lie, in calendar months: so far that each part of the day or week that
 * is asked for holds 28 days' worth between any two of them.
 */
export function stepMonths({ hours, weekdays }: PartsAsked): StepMonths {
  return STEPS.find(({ leastDays }) => leastDays >= daysForParts(hours, weekdays))!.months
}

/** The last border at or before a month. @param month months since year 0, January = 0 */
export function borderMonth(month: number, step: StepMonths): number {
  return Math.floor(month / step) * step
}

/**
 * The period that a question of planners and coordinators is answered for: the whole calendar months that hold it.
 *
 * They ask of 28 whole days or more. Two such periods a day apart would tell that day's incidents, so borders move outwards to
 * where calendar months begin (quarters, half-years or years where parts of the day or week are asked for), and the data
 * count from their first day to the last border that they reach: so any two answers differ by nothing, or by
 * 28 days' worth at the least, today as next week. The month that is running is told of when it is whole; days
 * before the first border belong to a period only with all that precedes it.
 *
 * @returns the part of the period that may be told of; its beginning is open where it holds the first of the data
 * @throws DomainError `forbidden` for borders within a day, for fewer than 28 days or 28 days' worth of a part, and where
 *   nothing is left
 */
export function permittedPeriod(
  asked: AskedPeriod,
  parts: PartsAsked,
  { zone, known }: PermitContext,
): AskedPeriod {
  const step = stepMonths(parts)
  refuseShort(asked, daysForParts(parts.hours, parts.weekdays), zone)
  const from =
    asked.fromMinute === null ? null : borderBefore(zone, toLocalMinute(zone, asked.fromMinute), step)
  const to = asked.toMinute === null ? null : borderAfter(zone, toLocalMinute(zone, asked.toMinute), step)
  if (known === null) return { fromMinute: from, toMinute: to }
  const firstDay = startOfDay(zone, known.fromMinute)
  const first = borderAfter(zone, firstDay + daysForParts(parts.hours, parts.weekdays) * DAY_MINUTES, step)
  const last = borderBefore(zone, startOfDay(zone, known.toMinute) + DAY_MINUTES, step)
  const holdsBeginning = from === null || toLocalMinute(zone, from) <= firstDay
  const fromMinute = holdsBeginning ? null : Math.max(from, first)
  const toMinute = Math.min(to ?? Infinity, last)
  if (toMinute < first || (fromMinute !== null && fromMinute >= toMinute))
    throw new DomainError(
      'forbidden',
      `The data hold no whole ${STEP_WORDS[step]} of this period. Whole ones end before ${dateOf(zone, last)}; what follows is open to analysts only.`,
    )
  return { fromMinute, toMinute }
}

function refuseShort({ fromMinute, toMinute }: AskedPeriod, leastDays: number, zone: Zone): void {
  const from = fromMinute === null ? -Infinity : toLocalMinute(zone, fromMinute)
  const to = toMinute === null ? Infinity : toLocalMinute(zone, toMinute)
  const withinDay = [from, to].some((minute) => Number.isFinite(minute) && minute % DAY_MINUTES !== 0)
  if (!withinDay && (to - from) / DAY_MINUTES >= leastDays) return
  const part = leastDays === LEAST_DAYS ? '' : ' of parts of the day or week'
  throw new DomainError(
    'forbidden',
    `Periods of less than ${leastDays} whole days${part} are open to analysts only.`,
  )
}

/** UTC minute of the last border at or before a local minute. */
function borderBefore(zone: Zone, localMinute: number, step: StepMonths): number {
  return minuteOfMonth(zone, borderMonth(monthOf(localMinute), step))
}

/** UTC minute of the first border at or after a local minute. */
function borderAfter(zone: Zone, localMinute: number, step: StepMonths): number {
  const month = borderMonth(monthOf(localMinute), step)
  const border = minuteOfMonth(zone, month)
  return toLocalMinute(zone, border) >= localMinute ? border : minuteOfMonth(zone, month + step)
}

function monthOf(localMinute: number): number {
  const date = new Date(localMinute * 60_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const minuteOfMonth = (zone: Zone, month: number) =>
  fromLocal(zone, Math.floor(month / 12), (month % 12) + 1, 1)

/** Local minute at which the day of a UTC minute begins. */
function startOfDay(zone: Zone, utcMinute: number): number {
  return Math.floor(toLocalMinute(zone, utcMinute) / DAY_MINUTES) * DAY_MINUTES
}

function dateOf(zone: Zone, utcMinute: number): string {
  return new Date(toLocalMinute(zone, utcMinute) * 60_000).toISOString().slice(0, 10)
}
