import { DomainError } from './errors.ts'
import { daysForParts, type PermitContext } from './staff-limits.ts'
import { fromLocal, toLocalMinute, type Zone } from './zone.ts'

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
 * The period that a question of planners and coordinators is answered for.
 *
 * Borders lie where calendar months begin (quarters, half-years or years where parts of the day or week are asked for),
 * and the data count from their first day to the last border that they reach: so any two answers differ by nothing, or by
 * 28 days' worth at the least, today as next week. The month that is running is told of when it is whole; days
 * before the first border belong to a period only with all that precedes it.
 *
 * @returns the part of the period that may be told of; its beginning is open where it holds the first of the data
 * @throws DomainError `forbidden` for other borders, and where nothing is left
 */
export function permittedPeriod(
  asked: AskedPeriod,
  parts: PartsAsked,
  { zone, known }: PermitContext,
): AskedPeriod {
  const step = stepMonths(parts)
  refuseOtherBorders(asked, step, zone)
  if (known === null) return asked
  const firstDay = startOfDay(zone, known.fromMinute)
  const first = borderAfter(zone, firstDay + daysForParts(parts.hours, parts.weekdays) * DAY_MINUTES, step)
  const last = borderBefore(zone, startOfDay(zone, known.toMinute) + DAY_MINUTES, step)
  const holdsBeginning = asked.fromMinute === null || toLocalMinute(zone, asked.fromMinute) <= firstDay
  const fromMinute = holdsBeginning ? null : Math.max(asked.fromMinute, first)
  const toMinute = Math.min(asked.toMinute ?? Infinity, last)
  if (toMinute < first || (fromMinute !== null && fromMinute >= toMinute))
    throw new DomainError(
      'forbidden',
      `The data hold no whole ${STEP_WORDS[step]} of this period. Whole ones end before ${dateOf(zone, last)}; what follows is open to analysts only.`,
    )
  return { fromMinute, toMinute }
}

function refuseOtherBorders({ fromMinute, toMinute }: AskedPeriod, step: StepMonths, zone: Zone): void {
  const from = fromMinute === null ? null : borderBefore(zone, toLocalMinute(zone, fromMinute), step)
  const to = toMinute === null ? null : borderAfter(zone, toLocalMinute(zone, toMinute), step)
  if (from === fromMinute && to === toMinute && (from ?? -Infinity) < (to ?? Infinity)) return
  const instead = [
    ...(from === null ? [] : [`from=${dateOf(zone, from)}`]),
    ...(to === null ? [] : [`to=${dateOf(zone, to)}`]),
  ]
  throw new DomainError(
    'forbidden',
    `Periods other than whole ${STEP_WORDS[step]} are open to analysts only; ask ${instead.join(' and ')}.`,
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
