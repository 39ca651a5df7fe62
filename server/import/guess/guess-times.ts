import { DATE_PARTS_FORMAT, type DateParts, datePartsOf } from './date-parts.ts'
import type { ColumnProfile } from './file-profile.ts'
import {
  isNamedForClock,
  isNamedForTime,
  timeRoleOf,
  type TimeRole,
  messagesOf,
} from '../../formats/columns/column-names.ts'
import { type TimeColumn, timeColumnOf } from '../../formats/times/time-column.ts'

/** When the rows happened: the columns that say it, and how they are written. */
export interface TimesGuess {
  readonly occurredFrom: readonly string[]
  readonly occurredTo: readonly string[]
  readonly reportedAt: readonly string[]
  readonly timeFormat: string
  /** The column of dates or times, as it was found. */
  readonly column: TimeColumn
  /** The column whose day order decided for the others, when it was another. */
  readonly orderFrom: TimeColumn | null
  /** A column of times of day that is read with the date, or that cannot be. */
  readonly clockColumn: string | null
  readonly unusedClock: string | null
}

const ROLE_SCORE: Readonly<Record<TimeRole, number>> = {
  occurred: 3,
  unsaid: 2,
  end: 1,
  reported: 1,
  changed: 0,
}
const MIN_FILLED = 0.3

/** The columns that say when, or null when the file has none. Times of reporting are taken only where there are no others. */
export function guessTimes(
  profiles: readonly ColumnProfile[],
  rowsOfFile: number,
  nowMinute: number,
): TimesGuess | null {
  const found = profiles
    .flatMap((profile) => {
      const column = columnOf(profile, rowsOfFile, nowMinute)
      return column === null || column.filled < MIN_FILLED ? [] : [column]
    })
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a.index - b.index)
  const settled = settleOrder(found)
  const [column] = settled.columns
  if (column === undefined) return null
  const parts = /[dH]|iso|unix|excel/.test(column.timeFormat) ? null : datePartsOf(profiles)
  if (parts !== null) return ofParts(parts, column)
  const clock = clockFor(column, profiles, rowsOfFile)
  const paired = clock !== null && clock.timeFormat !== null
  const timeFormat = paired ? clock.timeFormat : column.timeFormat
  const alike = (role: TimeRole) =>
    settled.columns.find(
      (one) => one !== column && one.role === role && one.timeFormat === timeFormat && !paired,
    )
  return {
    column,
    orderFrom: settled.by,
    occurredFrom: paired ? [column.column, clock.column] : [column.column],
    occurredTo: column.role === 'end' ? [] : namesOf(alike('end')),
    reportedAt: column.role === 'reported' ? [] : namesOf(alike('reported')),
    timeFormat,
    clockColumn: paired ? clock.column : null,
    unusedClock: clock !== null && !paired ? clock.column : null,
  }
}

/** A date that stands in three columns; `column` is one of them, or coarser. */
function ofParts(parts: DateParts, column: TimeColumn): TimesGuess {
  return {
    column,
    orderFrom: null,
    occurredFrom: parts,
    occurredTo: [],
    reportedAt: [],
    timeFormat: DATE_PARTS_FORMAT,
    clockColumn: null,
    unusedClock: null,
  }
}

function namesOf(column: TimeColumn | undefined): readonly string[] {
  return column === undefined ? [] : [column.column]
}

function columnOf(
  { index, column, times, numbers }: ColumnProfile,
  rowsOfFile: number,
  nowMinute: number,
): TimeColumn | null {
  const timeFormat = isNamedForTime(column) ? numbers.timeFormat(nowMinute) : null
  if (timeFormat === null) return timeColumnOf({ index, column }, times, rowsOfFile)
  return {
    index,
    column,
    role: timeRoleOf(column),
    timeFormat,
    datePattern: null,
    timed: true,
    filled: times.texts() / Math.max(1, rowsOfFile),
    share: 1,
    rows: times.texts(),
    otherwise: 0,
    otherExample: null,
    dayOrder: { kind: 'certain' },
    fromMinute: Infinity,
    toMinute: -Infinity,
  }
}

/** What is called after the event goes before what is not, days before months, hours before bare dates. */
function scoreOf({ column, role, timeFormat, timed, filled, share }: TimeColumn): number {
  const whole = /d|iso|unix|excel/.test(timeFormat) ? 0.6 : 0
  const named = isNamedForTime(column) ? 1 : 0
  const born = /birth|född|dob/.test(messagesOf(column)) ? -5 : 0
  return ROLE_SCORE[role] + named + whole + born + (timed ? 0.2 : 0) + filled + share
}

/** Where the order of day and month is open in one column and certain in another that is written alike, that one decides. */
function settleOrder(columns: readonly TimeColumn[]): {
  readonly columns: readonly TimeColumn[]
  readonly by: TimeColumn | null
} {
  const certain = columns.filter(({ dayOrder }) => dayOrder.kind === 'refuted' || dayOrder.kind === 'ahead')
  let by: TimeColumn | null = null
  const settled = columns.map((column, at) => {
    const { dayOrder } = column
    if (dayOrder.kind !== 'tie') return column
    const other = certain.find((one) => dayOrder.readings.some(({ form }) => form.date === dateOf(one)))
    const reading = dayOrder.readings.find(({ form }) => other !== undefined && form.date === dateOf(other))
    if (other === undefined || reading === undefined) return column
    if (at === 0) by = other
    const before = dayOrder.readings[0]!.form.date
    const swap = (pattern: string) => pattern.replace(before, reading.form.date)
    return {
      ...column,
      timeFormat: swap(column.timeFormat),
      datePattern: column.datePattern === null ? null : swap(column.datePattern),
      dayOrder: { kind: 'certain' } as const,
    }
  })
  return { columns: settled, by }
}

function dateOf({ timeFormat }: TimeColumn): string {
  return /^[dMy]+([-/. ])[dMy]+\1[dMy]+/.exec(timeFormat)?.[0] ?? ''
}

/** The column of times of day that belongs to a column of dates, and the format of both together; null without any. */
function clockFor(
  { index, datePattern, timeFormat, role }: TimeColumn,
  profiles: readonly ColumnProfile[],
  rowsOfFile: number,
): { readonly column: string; readonly timeFormat: string | null } | null {
  const clocks = profiles
    .filter((profile) => profile.index !== index && profile.times.texts() >= MIN_FILLED * rowsOfFile)
    .map((profile) => ({ profile, pattern: clockPatternOf(profile), role: timeRoleOf(profile.column) }))
    .filter(
      (one) =>
        one.pattern !== null && (one.role === 'unsaid' || one.role === role || one.role === 'occurred'),
    )
    .sort((a, b) => Math.abs(a.profile.index - index) - Math.abs(b.profile.index - index))
  const [clock] = clocks
  if (clock === undefined) return null
  const { column } = clock.profile
  if (timeFormat.startsWith('excel'))
    return { column, timeFormat: clock.pattern === 'fraction' ? timeFormat : null }
  if (datePattern === null || clock.pattern === 'fraction') return { column, timeFormat: null }
  const isIso = datePattern === 'yyyy-M-d' && /^H:mm(:ss|\[:ss\])?$/.test(clock.pattern!)
  return { column, timeFormat: isIso ? 'iso' : `${datePattern}[ ${clock.pattern!}]` }
}

function clockPatternOf({ column, clocks, numbers }: ColumnProfile): string | null {
  const pattern = clocks.pattern()
  // 18.05 is a longitude, too.
  if (pattern !== null && (pattern.includes(':') || isNamedForClock(column))) return pattern
  if (!isNamedForClock(column)) return null
  return numbers.isFraction() ? 'fraction' : numbers.clock()
}
