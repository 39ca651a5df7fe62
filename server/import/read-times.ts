import type { ColumnLookup } from './column-lookup.ts'
import type { TimeReader } from '../formats/times/time-format.ts'
import type { RejectReason } from '../formats/source-row.ts'

const NUMBERS: readonly (readonly [RegExp, string])[] = [
  [/^1\d{18}$/, 'unix-ns'],
  [/^1\d{15}$/, 'unix-us'],
  [/^1\d{12}$/, 'unix-ms'],
  [/^1\d{9}$/, 'unix-s'],
  [/^[2-6]\d{4}(?:[.,]\d+)?$/, 'excel-1900 / excel-1904'],
]

/** When a row happened and when it was reported, minutes since 1970 UTC. */
export interface RowTimes {
  readonly fromMinute: number
  readonly toMinute: number
  readonly reportedMinute: number | null
}

export interface TimeProblem {
  readonly reason: RejectReason
  readonly detail: string
  readonly column: number
}

/** A reader for each column of times. */
export interface TimeReaders {
  readonly occurredFrom: TimeReader
  readonly occurredTo: TimeReader
  readonly reportedAt: TimeReader
}

/**
 * The times of a row. The end is that of `occurredTo` when there is one (a bare date or month includes all of
 * itself), else that of the span which `occurredFrom` names, which for a point in time is the point.
 */
export function readTimes(
  fields: readonly string[],
  columns: ColumnLookup,
  read: TimeReaders,
  timeFormat: string,
): RowTimes | TimeProblem {
  const fromText = timeText(fields, columns.occurredFrom)
  if (fromText === '') return { reason: 'no-time', detail: 'is blank', column: columns.occurredFrom[0]! }
  const from = read.occurredFrom(fromText)
  if (from === null) return badTime(fromText, columns.occurredFrom[0]!, timeFormat)
  const toText = timeText(fields, columns.occurredTo)
  const to = toText === '' ? from : read.occurredTo(toText)
  if (to === null) return badTime(toText, columns.occurredTo[0]!, timeFormat)
  if (to.toMinute < from.fromMinute) {
    return { reason: 'time-order', detail: 'ends before it begins', column: columns.occurredTo[0]! }
  }
  const reportedText = timeText(fields, columns.reportedAt)
  const reported = reportedText === '' ? null : read.reportedAt(reportedText)
  if (reportedText !== '' && reported === null)
    return badTime(reportedText, columns.reportedAt[0]!, timeFormat)
  return {
    fromMinute: from.fromMinute,
    toMinute: to.toMinute,
    reportedMinute: reported === null ? null : reported.fromMinute,
  }
}

function badTime(text: string, column: number, timeFormat: string): TimeProblem {
  return {
    reason: 'bad-time',
    detail: `is no time of the years 1900–2100 in the format ${timeFormat}${numberHint(text)}`,
    column,
  }
}

/** What a number seems to be, where a mapping reads it as something else. */
function numberHint(text: string): string {
  const format = NUMBERS.find(([form]) => form.test(text))?.[1]
  return format === undefined ? '' : ` (a number: set timeFormat to ${format})`
}

/** The text of a time: of several columns those that are not blank, joined by spaces. */
export function timeText(fields: readonly string[], columns: readonly number[]): string {
  if (columns.length === 0) return ''
  if (columns.length === 1) return fields[columns[0]!]!.trim()
  return columns
    .map((column) => fields[column]!.trim())
    .filter((text) => text !== '')
    .join(' ')
}
