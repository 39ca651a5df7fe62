import type { Zone } from '../engine/time/zone.ts'
import { createTimeReader } from './time-format.ts'

const FORMATS = [
  'iso',
  'month',
  'M/d/yyyy H:mm',
  'M/d/yyyy h:mm:ss a',
  'M/d/yyyy h:mm a',
  'd/M/yyyy H:mm',
  'd.M.yyyy H:mm',
  'd.M.yyyy',
  'M/d/yyyy',
  'd/M/yyyy',
  'yyyyMMdd',
] as const
const NAME = /date|datum|tid|time|month|månad|start|occurred|inträff|händelse/i
const NAME_OF_CHANGE = /updat|uppdat|chang|ändra|modif|report|anmäl/i
const FEWEST_READ = 0.5

/** The column that seems to say when, and how it is written. */
export interface TimeGuess {
  readonly column: string
  readonly timeFormat: string
}

/** The column and the format that read most rows as times; names of times go before others. Null when none reads half. */
export function guessTime(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  zone: Zone,
): TimeGuess | null {
  let best: { guess: TimeGuess; score: number } | null = null
  for (const timeFormat of FORMATS) {
    const readTime = createTimeReader(timeFormat, zone)
    for (const [index, column] of columns.entries()) {
      const read = rows.filter((row) => readTime(row[index]!.trim()) !== null).length / rows.length
      const score = read + (NAME.test(column) ? 0.3 : 0) - (NAME_OF_CHANGE.test(column) ? 0.2 : 0)
      if (read >= FEWEST_READ && score > (best?.score ?? 0)) best = { guess: { column, timeFormat }, score }
    }
  }
  return best === null ? null : best.guess
}
