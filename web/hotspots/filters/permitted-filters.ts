import { DAYPART_HOURS } from '../../../server/engine/time/dayparts.ts'
import { unitStep } from '../../../server/units/unit-steps.ts'
import { dateOfMonth, type IsoDate, monthOfDate } from '../../i18n/dates.ts'
import {
  type CellChoice,
  type Filters,
  type Hours,
  type Period,
  type PeriodPreset,
  PRESET_MONTHS,
} from './filters.ts'

/** Weekdays that are told apart for planners and coordinators: all, Monday to Friday, the weekend. */
export const WEEKDAY_PARTS: readonly (readonly number[])[] = [[], [1, 2, 3, 4, 5], [6, 7]]

/** The parts of the day that are told apart for them. */
export const DAY_PARTS: readonly Hours[] = DAYPART_HOURS.map((start, index) => ({
  start,
  end: DAYPART_HOURS[(index + 1) % DAYPART_HOURS.length]!,
}))

/** The finest cells that parts of the day and week are told of. */
const FINEST_OF_PARTS: CellChoice = '200'

/** Months of the steps of time that planners and coordinators are told of. */
export type StepMonths = ReturnType<typeof unitStep>
/** Why a choice is not on offer to them. */
export type Reason = 'months' | 'quarters' | 'years-categories' | 'years-parts' | 'cells' | 'groups'

/** The steps of time that filters are answered in. */
export function stepOf(filters: Pick<Filters, 'group' | 'categories' | 'hours' | 'weekdays'>): StepMonths {
  return unitStep({ group: filters.group, ofCategories: isNarrowed(filters), ofParts: hasParts(filters) })
}

/** Why a period counted back from the last day is not on offer; null where it is. */
export function presetReason(filters: Filters, preset: PeriodPreset | 'custom'): Reason | null {
  if (preset === '28d') return 'months'
  const step = stepOf(filters)
  const tooShort = preset in PRESET_MONTHS && PRESET_MONTHS[preset as keyof typeof PRESET_MONTHS] < step
  return tooShort ? stepReason(filters) : null
}

/** Why time is told in longer steps than months; null where it is not. */
export function stepReason(filters: Filters): Reason | null {
  if (isNarrowed(filters)) return 'years-categories'
  if (hasParts(filters)) return 'years-parts'
  return stepOf(filters) === 1 ? null : 'quarters'
}

/** Why cells of a side are not on offer; null where they are. */
export function cellReason(filters: Filters, cell: CellChoice): Reason | null {
  return hasParts(filters) && Number(cell) < Number(FINEST_OF_PARTS) ? 'cells' : null
}

/** Why parts of the day and week are not on offer; null where they are. */
export function partsReason(filters: Pick<Filters, 'categories'>): Reason | null {
  return isNarrowed(filters) ? 'groups' : null
}

/**
 * The day that presets of planners and coordinators count back from: where the last whole step ends that the sources
 * cover and that had closed when the figures were taken.
 */
export function permittedEnd(
  filters: Pick<Filters, 'group' | 'categories' | 'hours' | 'weekdays'>,
  coveredTo: IsoDate | null,
  cutOn: IsoDate | null,
): IsoDate | null {
  const [end] = [coveredTo, cutOn].filter((date) => date !== null).sort()
  return end === undefined ? null : borderBefore(end, stepOf(filters))
}

/** The nearest filters that planners and coordinators may ask: what is finer than their units is let go. */
export function permittedFilters(filters: Filters): Filters {
  const ofGroup = partsReason(filters) === null
  const isPart = DAY_PARTS.some(
    ({ start, end }) => start === filters.hours?.start && end === filters.hours.end,
  )
  const isWeekPart = WEEKDAY_PARTS.some((days) => days.join() === filters.weekdays.join())
  const hours = ofGroup && isPart ? filters.hours : null
  const weekdays = ofGroup && isWeekPart ? filters.weekdays : []
  const parted = { ...filters, hours, weekdays }
  const cell = cellReason(parted, filters.cell) === null ? filters.cell : FINEST_OF_PARTS
  return { ...parted, cell, period: wholeSteps(parted) }
}

function isNarrowed({ categories }: Pick<Filters, 'categories'>): boolean {
  return categories.length > 0
}

function hasParts({ hours, weekdays }: Pick<Filters, 'hours' | 'weekdays'>): boolean {
  return hours !== null || weekdays.length > 0
}

/** The steps that a period touches, all of each; of a preset that is too short the shortest that is not. */
function wholeSteps(filters: Filters): Period {
  const { period } = filters
  const step = stepOf(filters)
  if (period.preset === null) {
    const from = borderBefore(period.from, step)
    const to = borderBefore(period.to, step)
    return { preset: null, from, to: to === period.to ? to : dateOfMonth(monthOfDate(to) + step) }
  }
  if (presetReason(filters, period.preset) === null) return period
  return { preset: (['1m', '3m', '12m'] as const).find((preset) => PRESET_MONTHS[preset] >= step)! }
}

function borderBefore(date: IsoDate, step: StepMonths): IsoDate {
  return dateOfMonth(Math.floor(monthOfDate(date) / step) * step)
}
