import { isNamedForClock, isNamedForTime, messagesOf } from '../../formats/columns/column-names.ts'
import { type Notice, written } from '../../formats/notice.ts'
import type { ColumnProfile, FileProfile } from './file-profile.ts'
import type { TimesGuess } from './guess-times.ts'

const MAX_SHOWN = 60
const COUNTS =
  /^(?:antal|count|counts|number|n|anzahl|nombre|summa|sum|total|totalt|antal (?:brott|händelser|fall|anmälningar)|(?:incident|crime|event|offen[cs]e)s? count|number of .*)$/

/** Why no time was found: what the column that is called so holds, and the way out. */
export function unreadTimes({ columns, sample }: FileProfile): readonly Notice[] {
  const named = columns.find(
    ({ column, index }) => isNamedForTime(column) && sample.some((row) => row[index]!.trim() !== ''),
  )
  if (named === undefined) return []
  const text = sample
    .map((row) => row[named.index]!.trim())
    .find((one) => one !== '')!
    .slice(0, MAX_SHOWN)
  return [
    {
      code: 'time-unread',
      kind: 'warning',
      field: 'columns.occurredFrom',
      sv: `${named.column} heter som en tid men är inte skriven som någon känd: ”${text}”. Skriv tiderna som 2024-03-01 18:30, eller ge mappningen ett timeFormat som läser dem.`,
      en: `${named.column} is called as a time but is written as none that is known: "${text}". Write its times as 2024-03-01 18:30, or give the mapping a timeFormat that reads them.`,
    },
  ]
}

/** Warns of a column that is called after times of day and is written as none that is known, beside bare dates. */
export function unreadClocks({ columns, sample, rows }: FileProfile, times: TimesGuess): readonly Notice[] {
  if (times.column.timed || times.clockColumn !== null || times.unusedClock !== null) return []
  const clock = columns.find(
    ({ column, index, times: tally }) =>
      column !== times.column.column &&
      isNamedForClock(column) &&
      tally.shapes().length === 0 &&
      sample.filter((row) => /\d/.test(row[index]!)).length * 2 > Math.min(rows, sample.length),
  )
  if (clock === undefined) return []
  const text = sample
    .map((row) => row[clock.index]!.trim())
    .find((one) => /\d/.test(one))!
    .slice(0, MAX_SHOWN)
  return [
    {
      code: 'clock-unread',
      kind: 'warning',
      field: 'columns.occurredFrom',
      sv: `${clock.column} heter som ett klockslag men är inte skriven som något känt: ”${text}”. Datumen läses utan klockslag. Skriv klockslagen som 18:30, så läses de ihop med ${times.column.column}.`,
      en: `${clock.column} is called as a time of day but is written as none that is known: "${text}". Dates are read without a time of day. Write the times as 18:30 to have them read with ${times.column.column}.`,
    },
  ]
}

/** Warns of a column of counts: each row is taken for one incident, whatever it says. */
export function unreadCounts(columns: readonly ColumnProfile[]): readonly Notice[] {
  const counts = columns.find(({ column, codes }) => {
    if (codes === null || codes.size < 2 || !COUNTS.test(messagesOf(column))) return false
    return [...codes.keys()].every((text) => /^\d{1,6}$/.test(text))
  })
  if (counts === undefined) return []
  const [rows, sum] = [...counts.codes!].reduce(
    ([all, total], [text, count]) => [all + count, total + count * Number(text)],
    [0, 0] as [number, number],
  )
  return [
    {
      code: 'counts-unread',
      kind: 'warning',
      field: null,
      sv: `${counts.column} ser ut som antal: ${written(rows).sv} rader säger tillsammans ${written(sum).sv}, men varje rad räknas som en händelse. En tabell med summor läses in med lagesbild units import.`,
      en: `${counts.column} looks like counts: ${written(rows).en} rows say ${written(sum).en} together, but each row counts as one incident. A table of sums goes in by lagesbild units import.`,
    },
  ]
}
