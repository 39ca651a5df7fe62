import type { ColumnLookup } from './column-lookup.ts'
import type { TimeReader } from './time-format.ts'
import type { RejectReason } from '../formats/source-row.ts'

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
  if (from === null) return badTime(columns.occurredFrom[0]!, timeFormat)
  const toText = timeText(fields, columns.occurredTo)
  const to = toText === '' ? from : read.occurredTo(toText)
  if (to === null) return badTime(columns.occurredTo[0]!, timeFormat)
  if (to.toMinute < from.fromMinute) {
    return { reason: 'time-order', detail: 'ends before it begins', column: columns.occurredTo[0]! }
  }
  const reportedText = timeText(fields, columns.reportedAt)
  const reported = reportedText === '' ? null : read.reportedAt(reportedText)
  if (reportedText !== '' && reported === null) return badTime(columns.reportedAt[0]!, timeFormat)
  return {
    fromMinute: from.fromMinute,
    toMinute: to.toMinute,
    reportedMinute: reported === null ? null : reported.fromMinute,
  }
}

function badTime(column: number, timeFormat: string): TimeProblem {
  return {
    reason: 'bad-time',
    detail: `is no time of the years 1900–2100 in the format ${timeFormat}`,
    column,
  }
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
