import {
  DAYPART_HOURS,
  daysForParts,
  LEAST_DAYS,
  LEAST_EDGE_METRES,
} from '../../server/contract/staff-limits.ts'
import { addDays, daysBetween, type IsoDate } from './dates.ts'
import { CELL_CHOICES, type CellChoice, type Filters, type Hours, rangeOf } from './filters.ts'

/** Weekdays that are told apart for planners and coordinators: all, Monday to Friday, the weekend. */
export const WEEKDAY_PARTS: readonly (readonly number[])[] = [[], [1, 2, 3, 4, 5], [6, 7]]

/** The parts of the day that are told apart for them. */
export const DAY_PARTS: readonly Hours[] = DAYPART_HOURS.map((start, index) => ({
  start,
  end: DAYPART_HOURS[(index + 1) % DAYPART_HOURS.length]!,
}))

/** The sides of cells on offer. @param limited true of planners and coordinators */
export function cellChoices(limited: boolean): readonly CellChoice[] {
  return CELL_CHOICES.filter((cell) => !limited || cell === 'auto' || Number(cell) >= LEAST_EDGE_METRES)
}

/**
 * Whether a part of the day or week may be asked of a period: each part must hold four weeks' worth of days. A period
 * without both ends is taken to be long enough; the server has the last word.
 */
export function partsFit(
  { period }: Pick<Filters, 'period'>,
  coveredTo: IsoDate | null,
  parts: PartsAsked,
): boolean {
  const { from, to } = rangeOf(period, coveredTo)
  if (from === null || to === null) return true
  return daysBetween(from, to) >= daysForParts(parts.hours, parts.weekdays)
}

interface PartsAsked {
  readonly hours: boolean
  readonly weekdays: boolean
}

/** The nearest filters that planners and coordinators may ask: what is finer than their limits is let go. */
export function permittedFilters(filters: Filters, coveredTo: IsoDate | null): Filters {
  const cell = cellChoices(true).includes(filters.cell) ? filters.cell : '100'
  const period = longEnough(filters.period)
  const isPart = DAY_PARTS.some(
    ({ start, end }) => start === filters.hours?.start && end === filters.hours.end,
  )
  const isWeekPart = WEEKDAY_PARTS.some((days) => days.join() === filters.weekdays.join())
  const weekdays =
    isWeekPart && partsFit({ period }, coveredTo, { hours: false, weekdays: filters.weekdays.length > 0 })
      ? filters.weekdays
      : []
  const hours =
    isPart && partsFit({ period }, coveredTo, { hours: true, weekdays: weekdays.length > 0 })
      ? filters.hours
      : null
  return { ...filters, cell, period, hours, weekdays }
}

function longEnough(period: Filters['period']): Filters['period'] {
  if (period.preset !== null || daysBetween(period.from, period.to) >= LEAST_DAYS) return period
  return { ...period, to: addDays(period.from, LEAST_DAYS) }
}
