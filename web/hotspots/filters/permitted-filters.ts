import { DAYPART_HOURS } from '../../../server/engine/time/dayparts.ts'
import { borderMonth, type PartsAsked, stepMonths } from '../../../server/platform/access/permitted-period.ts'
import { LEAST_EDGE_METRES } from '../../../server/platform/access/staff-limits.ts'
import { dateOfMonth, type IsoDate, monthOfDate } from '../../i18n/dates.ts'
import {
  CELL_CHOICES,
  type CellChoice,
  type Filters,
  type Hours,
  type Period,
  PERIOD_PRESETS,
  PRESET_MONTHS,
} from './filters.ts'

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

/** The periods on offer: planners and coordinators count whole months, analysts days. */
export function presetChoices(limited: boolean): readonly (typeof PERIOD_PRESETS)[number][] {
  return PERIOD_PRESETS.filter((preset) => preset !== (limited ? '28d' : '1m'))
}

/**
 * The day that presets of planners and coordinators count back from: the last at which a period may end that asks for
 * the same parts of the day and week.
 */
export function permittedEnd(
  filters: Pick<Filters, 'hours' | 'weekdays'>,
  coveredTo: IsoDate | null,
): IsoDate | null {
  return coveredTo === null ? null : borderBefore(coveredTo, stepMonths(partsOf(filters)))
}

/** Whether a part of the day or week may be asked of a period: one of whole quarters, half-years or years. */
export function partsFit({ period }: Pick<Filters, 'period'>, parts: PartsAsked): boolean {
  const step = stepMonths(parts)
  if (period.preset === null)
    return [period.from, period.to].every((border) => borderBefore(border, step) === border)
  return period.preset in PRESET_MONTHS
    ? PRESET_MONTHS[period.preset as keyof typeof PRESET_MONTHS] >= step
    : period.preset === 'all'
}

/** The nearest filters that planners and coordinators may ask: what is finer than their limits is let go. */
export function permittedFilters(filters: Filters): Filters {
  const cell = cellChoices(true).includes(filters.cell) ? filters.cell : '100'
  const period = wholeMonths(filters.period)
  const isPart = DAY_PARTS.some(
    ({ start, end }) => start === filters.hours?.start && end === filters.hours.end,
  )
  const isWeekPart = WEEKDAY_PARTS.some((days) => days.join() === filters.weekdays.join())
  const weekdays =
    isWeekPart && partsFit({ period }, { hours: false, weekdays: filters.weekdays.length > 0 })
      ? filters.weekdays
      : []
  const hours =
    isPart && partsFit({ period }, { hours: true, weekdays: weekdays.length > 0 }) ? filters.hours : null
  return { ...filters, cell, period, hours, weekdays }
}

function partsOf({ hours, weekdays }: Pick<Filters, 'hours' | 'weekdays'>): PartsAsked {
  return { hours: hours !== null, weekdays: weekdays.length > 0 }
}

/** The months that a period touches, all of each. */
function wholeMonths(period: Period): Period {
  if (period.preset === '28d') return { preset: '1m' }
  if (period.preset !== null) return period
  const from = borderBefore(period.from, 1)
  const to = borderBefore(period.to, 1)
  return { preset: null, from, to: to === period.to ? to : dateOfMonth(monthOfDate(period.to) + 1) }
}

function borderBefore(date: IsoDate, step: ReturnType<typeof stepMonths>): IsoDate {
  return dateOfMonth(borderMonth(monthOfDate(date), step))
}
