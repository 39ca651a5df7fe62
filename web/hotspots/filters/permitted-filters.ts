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

/** Weekday choices of planners and coordinators: all, Monday to Friday, the weekend. */
export const WEEKDAY_PARTS: readonly (readonly number[])[] = [[], [1, 2, 3, 4, 5], [6, 7]]

/** Their choices of parts of the day. */
export const DAY_PARTS: readonly Hours[] = DAYPART_HOURS.map((start, index) => ({
  start,
  end: DAYPART_HOURS[(index + 1) % DAYPART_HOURS.length]!,
}))

/** The finest cells with parts of the day and week. */
const FINEST_OF_PARTS: CellChoice = '200'

/** Months of a time step of planners' and coordinators' figures. */
export type StepMonths = ReturnType<typeof unitStep>
/** Why a choice is not available to them. */
export type Reason = 'months' | 'quarters' | 'years-categories' | 'years-parts' | 'cells' | 'groups'

/** The time step of the figures under some filters. */
export function stepOf(filters: Pick<Filters, 'group' | 'categories' | 'hours' | 'weekdays'>): StepMonths {
  return unitStep({ group: filters.group, ofCategories: isNarrowed(filters), ofParts: hasParts(filters) })
}

/** Why a preset period is not available; null where it is. */
export function presetReason(filters: Filters, preset: PeriodPreset | 'custom'): Reason | null {
  if (preset === '28d') return 'months'
  const step = stepOf(filters)
  const tooShort = preset in PRESET_MONTHS && PRESET_MONTHS[preset as keyof typeof PRESET_MONTHS] < step
  return tooShort ? stepReason(filters) : null
}

/** Why time steps are longer than months; null where they are not. */
export function stepReason(filters: Filters): Reason | null {
  if (isNarrowed(filters)) return 'years-categories'
  if (hasParts(filters)) return 'years-parts'
  return stepOf(filters) === 1 ? null : 'quarters'
}

/** Why a cell size is not available; null where it is. */
export function cellReason(filters: Filters, cell: CellChoice): Reason | null {
  return hasParts(filters) && Number(cell) < Number(FINEST_OF_PARTS) ? 'cells' : null
}

/** Why parts of the day and week are not available; null where they are. */
export function partsReason(filters: Pick<Filters, 'categories'>): Reason | null {
  return isNarrowed(filters) ? 'groups' : null
}

/**
 * The day that presets of planners and coordinators count back from: the end of the last whole step that the sources
 * cover and that had closed at the cut.
 */
export function permittedEnd(
  filters: Pick<Filters, 'group' | 'categories' | 'hours' | 'weekdays'>,
  coveredTo: IsoDate | null,
  cutOn: IsoDate | null,
): IsoDate | null {
  const [end] = [coveredTo, cutOn].filter((date) => date !== null).sort()
  return end === undefined ? null : borderBefore(end, stepOf(filters))
}

/** The nearest filters permitted to planners and coordinators: finer parts than their units are dropped. */
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

/** The whole steps that a period touches; for too short a preset the shortest permitted one. */
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
