import type { ImportMapping } from './import-mapping.ts'
import type { Zone } from '../engine/time/zone.ts'
import { createTimeReader } from './time-format.ts'

/** Share of the times that have the same time of day in a column of dates. */
const MIN_SHARE = 0.95
/** One night's events may well share their hour. */
const MIN_DATES = 5
const FIELDS = ['occurredFrom', 'occurredTo'] as const

/** A column in which nearly every time of day is the same, so that it stands for dates. */
export interface DateColumn {
  readonly column: string
  readonly field: (typeof FIELDS)[number]
  /** `HH:mm` */
  readonly timeOfDay: string
  /** Rows with this time of day, and with any. */
  readonly rows: number
  readonly timed: number
}

interface ClockTally {
  readonly rows: number
  readonly days: ReadonlySet<number>
}

/** Finds the columns of times that are dates in truth, from the rows of a file. */
export function createDateColumnTally(mapping: ImportMapping, columns: readonly string[], zone: Zone) {
  const readTime = createTimeReader(mapping.timeFormat, zone)
  const tallies = FIELDS.flatMap((field) => {
    const column = mapping.columns[field]
    if (column === null) return []
    return [{ field, column, index: columns.indexOf(column), byTime: new Map<string, ClockTally>() }]
  })
  return {
    add(fields: readonly string[]): void {
      for (const { index, byTime } of tallies) {
        const span = readTime(fields[index]?.trim() ?? '')
        if (span?.timeOfDay == null) continue
        const known = byTime.get(span.timeOfDay) ?? { rows: 0, days: new Set<number>() }
        const days = known.days.size < MIN_DATES ? new Set([...known.days, span.fromMinute]) : known.days
        byTime.set(span.timeOfDay, { rows: known.rows + 1, days })
      }
    },
    result: (): readonly DateColumn[] =>
      tallies.flatMap(({ field, column, byTime }) => {
        const [commonest] = [...byTime].sort(([, a], [, b]) => b.rows - a.rows)
        if (commonest === undefined) return []
        const [timeOfDay, { rows, days }] = commonest
        const timed = [...byTime.values()].reduce((sum, tally) => sum + tally.rows, 0)
        const isDates = rows >= MIN_SHARE * timed && days.size >= MIN_DATES
        return isDates ? [{ column, field, timeOfDay, rows, timed }] : []
      }),
  }
}

/** What a mapping says so that such columns are read as dates. */
export function unknownTimesOf(columns: readonly DateColumn[]): ImportMapping['unknownTimes'] {
  return Object.fromEntries(columns.map(({ field, timeOfDay }) => [field, timeOfDay]))
}
