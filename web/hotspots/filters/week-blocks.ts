import type { Filters, Hours } from './filters.ts'
import { DAY_PARTS, WEEKDAY_PARTS } from './permitted-filters.ts'

/** The blocks of a week that a reader may choose: rows of weekdays, columns of hours that follow on each other. */
export interface WeekBlocks {
  readonly rows: readonly (readonly number[])[]
  readonly columns: readonly Hours[]
  /** Whether neighbouring columns can be chosen together without all of them. */
  readonly joinsColumns: boolean
}

/** A block by row and column. */
export type Block = readonly [row: number, column: number]

type Week = Pick<Filters, 'hours' | 'weekdays'>

/** The first hour of the strip: a night stays in one piece. */
const FIRST_HOUR = 6

/** Single days and hours, for analysts. */
export const HOURLY: WeekBlocks = {
  rows: [1, 2, 3, 4, 5, 6, 7].map((day) => [day]),
  columns: Array.from({ length: 24 }, (_, index) => {
    const start = (FIRST_HOUR + index) % 24
    return { start, end: start === 23 ? 24 : start + 1 }
  }),
  joinsColumns: true,
}

/** Three parts of the day of weekdays and weekends: the units of planners and coordinators. */
export const IN_PARTS: WeekBlocks = {
  rows: WEEKDAY_PARTS.filter((days) => days.length > 0),
  columns: DAY_PARTS,
  joinsColumns: false,
}

/** The filters of the blocks from one to another; whole weeks and days are no filter. */
export function paintedWeek({ rows, columns, joinsColumns }: WeekBlocks, from: Block, to: Block): Week {
  const [top, bottom] = sorted(from[0], to[0])
  const [left, right] = sorted(from[1], to[1])
  const isWholeDay = left === 0 && right === columns.length - 1
  const [first, last] = joinsColumns ? [columns[left]!, columns[right]!] : [columns[to[1]]!, columns[to[1]]!]
  const weekdays = rows.slice(top, bottom + 1).flat()
  return {
    hours: isWholeDay ? null : { start: first.start, end: last.end },
    weekdays: weekdays.length === 7 ? [] : weekdays.toSorted((a, b) => a - b),
  }
}

/** Whether filters count the incidents of a block. */
export function isPainted(
  { rows, columns }: WeekBlocks,
  { hours, weekdays }: Week,
  [row, column]: Block,
): boolean {
  const isDay = weekdays.length === 0 || rows[row]!.every((day) => weekdays.includes(day))
  return isDay && (hours === null || isWithin(columns[column]!.start, hours))
}

/** A window may run past midnight. */
function isWithin(hour: number, { start, end }: Hours): boolean {
  return start < end ? hour >= start && hour < end : hour >= start || hour < end
}

const sorted = (a: number, b: number) => (a < b ? ([a, b] as const) : ([b, a] as const))
