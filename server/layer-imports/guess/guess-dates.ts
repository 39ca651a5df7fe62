import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { timeColumnOf } from '../../formats/times/time-column.ts'
import { createTimeTally } from '../../formats/times/time-tally.ts'
import { type ImportedKind, LAYER_FIELDS } from '../fields.ts'
import type { DateQuestion } from '../layer-file.ts'
import type { WholeFile } from '../open-rows.ts'

/** How the dates of a file are written. */
export interface DatesGuess {
  readonly dateFormat: string
  readonly columns: readonly string[]
  /** A text that is no date in that form; null when all are. */
  readonly other: string | null
  readonly question: DateQuestion | null
}

/** By all texts of all its columns of dates: one that can be read in one way alone overrules all others. */
export function guessDates(
  { columns, rows }: WholeFile,
  kind: ImportedKind,
  taken: Readonly<Record<string, string>>,
  zone: Zone,
): DatesGuess {
  const named = LAYER_FIELDS[kind]
    .filter(({ name, form }) => (form === 'firstDay' || form === 'lastDay') && taken[name] !== undefined)
    .map(({ name }) => taken[name]!)
  // A validity may lie ahead: nothing speaks against a date that is to come.
  const tally = createTimeTally(zone, Infinity)
  const at = named.map((name) => columns.indexOf(name))
  for (const { fields, line, fault } of rows) {
    if (fault !== null) continue
    for (const index of at) if (fields[index]!.trim() !== '') tally.add(fields[index]!.trim(), line)
  }
  const column = named.length === 0 ? null : timeColumnOf({ index: 0, column: 'date' }, tally, rows.length)
  if (column === null) return { dateFormat: 'iso', columns: named, other: null, question: null }
  return {
    dateFormat: column.timeFormat,
    columns: named,
    other: column.otherExample?.text ?? null,
    question: questionOf(column, zone),
  }
}

function questionOf(
  { dayOrder, timeFormat }: NonNullable<ReturnType<typeof timeColumnOf>>,
  zone: Zone,
): DateQuestion | null {
  if (dayOrder.kind !== 'tie' && dayOrder.kind !== 'mixed') return null
  const [first] = dayOrder.readings
  const { text } = dayOrder.kind === 'tie' ? dayOrder.example : first!.firstRefuted!
  const readings = dayOrder.readings.map(({ form, read }) => {
    const span = read(text)
    return {
      dateFormat: timeFormat.replace(first!.form.date, form.date),
      means: span === null ? '–' : formatLocal(span.fromMinute, zone).slice(0, 10),
    }
  })
  return { text, readings }
}
