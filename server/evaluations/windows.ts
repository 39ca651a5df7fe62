import type { MonthRange } from '../engine/time/months.ts'
import type { StepMonths } from '../engine/time/closed-steps.ts'

/** How many baseline periods the counts before a measure add up. */
export const BASELINES = 2
const YEAR = 12
const MAX_AFTER = 12
const MIN_AFTER = 3

/** The months that are compared: after a measure, and the same calendar months of two years before it. */
export interface EvaluationWindows {
  readonly after: MonthRange
  /** The later one first. */
  readonly before: readonly [MonthRange, MonthRange]
}

/** Months in which a measure was carried out; none where `last` is before `first`. */
export type CarriedOut = MonthRange

/**
 * The months to compare: the whole steps since the measure was carried out (at most as many as lie within a year of its
 * beginning, so that the same months of the year before lie before it; three months at least), and the same calendar
 * months of the two years before.
 *
 * @param carriedOut months of carrying it out, which are left out
 * @param closed last month that has closed
 * @param step months of a step: people are told by the quarter
 * @returns null while fewer than three whole months have closed since
 */
export function evaluationWindows(
  carriedOut: CarriedOut,
  closed: number,
  step: StepMonths,
): EvaluationWindows | null {
  const first = wholeSteps(carriedOut.last + 1, step)
  const closedEnd = Math.floor((closed + 1) / step) * step
  const withinYear = carriedOut.first + YEAR - first
  const limit = withinYear >= MIN_AFTER ? Math.min(withinYear, MAX_AFTER) : MAX_AFTER
  const length = Math.floor(Math.min(closedEnd - first, limit) / step) * step
  if (length < MIN_AFTER) return null
  const after = { first, last: first + length - 1 }
  const years = Math.max(1, Math.ceil((after.last - carriedOut.first + 1) / YEAR))
  return { after, before: [yearsBefore(after, years), yearsBefore(after, years + 1)] }
}

/** The month after which a measure can be followed up first. @param carriedOut, step as in `evaluationWindows` */
export function firstEvaluation(carriedOut: CarriedOut, step: StepMonths): number {
  return wholeSteps(carriedOut.last + 1, step) + wholeSteps(MIN_AFTER, step) - 1
}

function wholeSteps(month: number, step: StepMonths): number {
  return Math.ceil(month / step) * step
}

/** The last three closed years as if a measure had begun before the last of them: what could be told, before it is decided. */
export function plannedWindows(closed: number, step: StepMonths): EvaluationWindows {
  const end = Math.floor((closed + 1) / step) * step
  const after = { first: end - YEAR, last: end - 1 }
  return { after, before: [yearsBefore(after, 1), yearsBefore(after, 2)] }
}

function yearsBefore({ first, last }: MonthRange, years: number): MonthRange {
  return { first: first - YEAR * years, last: last - YEAR * years }
}
