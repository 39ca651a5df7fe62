import type { ColumnLookup } from './column-lookup.ts'
import { DomainError } from '../engine/errors.ts'
import type { ImportMapping } from './import-mapping.ts'
import { timeText } from './read-times.ts'
import type { SourceRow } from '../formats/source-row.ts'
import { clockText } from '../formats/times/time-of-day.ts'
import { createTimeReader } from '../formats/times/time-format.ts'
import type { Zone } from '../engine/time/zone.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

/** Share of the times that have the same time of day in a column of dates. */
const MIN_SHARE = 0.95
/** One night's events may well share their hour. */
const MIN_DATES = 3
const FIELDS = ['occurredFrom', 'occurredTo'] as const
export type TimeColumnField = (typeof FIELDS)[number]

/** A column in which nearly every time of day is the same, so that it stands for dates. */
export interface DateColumn {
  readonly column: string
  readonly field: TimeColumnField
  /** `HH:mm` */
  readonly timeOfDay: string
  /** Rows with this time of day, and with any. */
  readonly rows: number
  readonly timed: number
}

/** Finds the columns of times that are dates in truth, among those of which the mapping does not say it. */
export interface DateColumnTally {
  /** What is to be told of every time of a field; undefined where the mapping has decided. */
  onTime(field: TimeColumnField): ((clockMinute: number, utcMinute: number) => void) | undefined
  result(): readonly DateColumn[]
  /** For a mapping: what the columns of times that were left open are, null for times that stand for themselves. */
  decided(): ImportMapping['unknownTimes']
}

interface ClockTally {
  rows: number
  readonly dates: Set<number>
}

export function createDateColumnTally({
  columns,
  unknownTimes,
}: Pick<ImportMapping, 'columns' | 'unknownTimes'>): DateColumnTally {
  const undecided = FIELDS.filter((field) => columns[field].length > 0 && unknownTimes[field] === undefined)
  const tallies = new Map(undecided.map((field) => [field, new Map<number, ClockTally>()]))
  const result = (): readonly DateColumn[] =>
    [...tallies].flatMap(([field, byClock]) => {
      const [commonest] = [...byClock].sort(([, a], [, b]) => b.rows - a.rows)
      if (commonest === undefined) return []
      const [clockMinute, { rows, dates }] = commonest
      const timed = [...byClock.values()].reduce((sum, tally) => sum + tally.rows, 0)
      if (rows < MIN_SHARE * timed || dates.size < MIN_DATES) return []
      return [{ column: columns[field].join(', '), field, timeOfDay: clockText(clockMinute), rows, timed }]
    })
  return {
    onTime(field) {
      const byClock = tallies.get(field)
      if (byClock === undefined) return undefined
      return (clockMinute, utcMinute) => {
        const known = byClock.get(clockMinute)
        if (known === undefined) byClock.set(clockMinute, { rows: 1, dates: new Set([utcMinute]) })
        else {
          known.rows++
          if (known.dates.size < MIN_DATES) known.dates.add(utcMinute)
        }
      }
    },
    result,
    decided() {
      const timed = [...tallies].filter(([, byClock]) => byClock.size > 0).map(([field]) => [field, null])
      const dates = result().map(({ field, timeOfDay }) => [field, timeOfDay])
      return Object.fromEntries([...timed, ...dates]) as ImportMapping['unknownTimes']
    },
  }
}

/** Counts the times of rows without reading anything else of them. */
export function tallyTimes(
  tally: DateColumnTally,
  rows: readonly SourceRow[],
  at: Pick<ColumnLookup, TimeColumnField>,
  { timeFormat }: Pick<ImportMapping, 'timeFormat'>,
  zone: Zone,
): void {
  for (const field of FIELDS) {
    const onTime = tally.onTime(field)
    if (onTime === undefined) continue
    const read = createTimeReader(timeFormat, zone, { onTime })
    for (const { fields, fault } of rows) if (fault === null) read(timeText(fields, at[field]))
  }
}

/** The mapping with what was found in the place of what it left open. */
export function withDateColumns<M extends ImportMapping>(mapping: M, found: readonly DateColumn[]): M {
  const named = Object.fromEntries(found.map(({ field, timeOfDay }) => [field, timeOfDay]))
  return { ...mapping, unknownTimes: { ...named, ...mapping.unknownTimes } }
}

/** @throws DomainError `invalid-file` when the whole file says otherwise than its first rows, by which it was read */
export function refuseOtherDates(first: readonly DateColumn[], whole: readonly DateColumn[]): void {
  for (const field of FIELDS) {
    const [before, after] = [first, whole].map((found) => found.find((one) => one.field === field))
    if (before?.timeOfDay === after?.timeOfDay) continue
    const { column, timeOfDay } = (after ?? before)!
    throw new DomainError('invalid-file', MESSAGES.otherDates(column, field, timeOfDay, after === undefined))
  }
}
