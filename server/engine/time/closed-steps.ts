import { monthAt, type MonthRange, monthStart } from './months.ts'
import type { Zone } from './zone.ts'

const MINUTE_MS = 60_000
/** Long before any incident. */
const FIRST_MONTH = -(2 ** 20)

/** Calendar months, quarters or years, by their months. */
export type StepMonths = 1 | 3 | 12

/** [from, to) in minutes since 1970 UTC; null = open. */
interface OpenPeriod {
  readonly fromMinute: number | null
  readonly toMinute: number | null
}

/** The last calendar month that has closed at an instant. */
export function lastClosedMonth(zone: Zone, atMs: number): number {
  return monthAt(zone, Math.floor(atMs / MINUTE_MS)) - 1
}

/**
 * The whole calendar steps that a period touches and that have closed, as months.
 *
 * @param closed last month that has closed
 * @returns null where no such step has closed
 */
export function closedSteps(
  { fromMinute, toMinute }: OpenPeriod,
  step: StepMonths,
  closed: number,
  zone: Zone,
): MonthRange | null {
  const first = fromMinute === null ? FIRST_MONTH : Math.floor(monthAt(zone, fromMinute) / step) * step
  const closedEnd = Math.floor((closed + 1) / step) * step
  const touched = toMinute === null ? Infinity : (Math.floor(monthAt(zone, toMinute - 1) / step) + 1) * step
  const end = Math.min(closedEnd, touched)
  return end > first ? { first, last: end - 1 } : null
}

/** A range of months as [from, to) in minutes; open where it begins with the first month of all. */
export function periodOfMonths({ first, last }: MonthRange, zone: Zone): OpenPeriod {
  return {
    fromMinute: first === FIRST_MONTH ? null : monthStart(zone, first),
    toMinute: monthStart(zone, last + 1),
  }
}
