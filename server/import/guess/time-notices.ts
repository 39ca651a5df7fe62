import type { TimesGuess } from './guess-times.ts'
import type { Reading } from '../../formats/times/time-tally.ts'
import { type Notice, written } from '../../formats/notice.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { Zone } from '../../engine/time/zone.ts'

type Make = Omit<Notice, 'kind'>
const reason = (notice: Make): Notice => ({ kind: 'reason', ...notice })
const warning = (notice: Make): Notice => ({ kind: 'warning', ...notice })

/** What speaks for a guess of the times, and what against it. */
export function timeNotices(guess: TimesGuess, zone: Zone): readonly Notice[] {
  return [
    ...chosen(guess),
    ...order(guess, zone),
    ...role(guess),
    ...clock(guess),
    ...others(guess),
    ...numbers(guess),
  ]
}

function chosen({ occurredFrom, timeFormat, column }: TimesGuess): Notice[] {
  const rows = written(column.rows)
  const named = occurredFrom.join(' + ')
  return [
    reason({
      code: 'time-column',
      field: 'columns.occurredFrom',
      sv: `Tiden tas ur ${named}: ${rows.sv} rader läses som ${timeFormat}.`,
      en: `The time is taken from ${named}: ${rows.en} rows read as ${timeFormat}.`,
    }),
  ]
}

function order({ column, orderFrom }: TimesGuess, zone: Zone): Notice[] {
  const { dayOrder } = column
  const field = 'timeFormat'
  if (orderFrom !== null && orderFrom.dayOrder.kind === 'refuted') {
    const { line, text } = orderFrom.dayOrder.example
    return [
      reason({
        code: 'day-order-other-column',
        field,
        sv: `Ordningen mellan dag och månad avgörs av ${orderFrom.column}, som är skriven likadant: rad ${line} är ${text}.`,
        en: `The order of day and month is decided by ${orderFrom.column}, which is written alike: line ${line} is ${text}.`,
      }),
    ]
  }
  if (dayOrder.kind === 'refuted') {
    const { line, text } = dayOrder.example
    return [
      reason({
        code: 'day-order',
        field,
        sv: `${column.timeFormat} och inte ${dayOrder.against.pattern}: rad ${line} är ${text}.`,
        en: `${column.timeFormat} and not ${dayOrder.against.pattern}: line ${line} is ${text}.`,
      }),
    ]
  }
  if (dayOrder.kind === 'ahead') {
    const rows = written(dayOrder.rows)
    return [
      reason({
        code: 'day-order',
        field,
        sv: `${column.timeFormat} och inte ${dayOrder.against.pattern}: så läst låge ${rows.sv} rader i framtiden.`,
        en: `${column.timeFormat} and not ${dayOrder.against.pattern}: read so, ${rows.en} rows would lie in the future.`,
      }),
    ]
  }
  if (dayOrder.kind === 'mixed') return [mixed(dayOrder.readings)]
  return dayOrder.kind === 'tie' ? [tie(dayOrder.readings, dayOrder.example, zone)] : []
}

function tie(
  readings: readonly Reading[],
  { line, text }: { line: number; text: string },
  zone: Zone,
): Notice {
  const shown = readings.map(({ pattern, read }) => {
    const span = read(text)
    return `${pattern} (${span === null ? '–' : formatLocal(span.fromMinute, zone).slice(0, 10)})`
  })
  return warning({
    code: 'day-order-undecided',
    field: 'timeFormat',
    sv: `Dag och månad går inte att skilja åt: varje rad i filen kan läsas som ${shown.join(' eller ')}; rad ${line} är ${text}. Skriv rätt timeFormat i mappningen.`,
    en: `Day and month cannot be told apart: every row of the file reads as ${shown.join(' or ')}; line ${line} is ${text}. Put the right timeFormat in the mapping.`,
  })
}

function mixed(readings: readonly Reading[]): Notice {
  const shown = readings
    .filter(({ firstRefuted }) => firstRefuted !== null)
    .map(({ pattern, firstRefuted }) => ({ pattern, line: firstRefuted!.line, text: firstRefuted!.text }))
  const sv = shown.map(({ pattern, line, text }) => `rad ${line} (${text}) är inte ${pattern}`)
  const en = shown.map(({ pattern, line, text }) => `line ${line} (${text}) is not ${pattern}`)
  return warning({
    code: 'day-order-mixed',
    field: 'timeFormat',
    sv: `Dagar och månader står i olika ordning i filen: ${sv.join(', ')}. Rätta filen; ingen läsning passar alla rader.`,
    en: `Days and months stand in different orders in the file: ${en.join(', ')}. Correct the file; no reading fits all rows.`,
  })
}

function role({ column }: TimesGuess): Notice[] {
  const field = 'columns.occurredFrom'
  if (column.role === 'reported')
    return [
      warning({
        code: 'reported-as-occurred',
        field,
        sv: `${column.column} är tiden för anmälan; filen säger inte när det hände, så den tas i dess ställe.`,
        en: `${column.column} is the time of reporting; the file does not say when it happened, so this stands for it.`,
      }),
    ]
  if (column.role === 'changed')
    return [
      warning({
        code: 'changed-as-occurred',
        field,
        sv: `${column.column} är tiden för en ändring i registret; filen säger inte när det hände.`,
        en: `${column.column} is the time of a change in the register; the file does not say when it happened.`,
      }),
    ]
  if (column.role === 'end')
    return [
      warning({
        code: 'end-as-occurred',
        field,
        sv: `${column.column} är tiden då det slutade; filen säger inte när det började.`,
        en: `${column.column} is the time when it ended; the file does not say when it began.`,
      }),
    ]
  return []
}

function clock({ clockColumn, unusedClock, column }: TimesGuess): Notice[] {
  const field = 'columns.occurredFrom'
  if (clockColumn !== null)
    return [
      reason({
        code: 'date-and-clock',
        field,
        sv: `Datum och klockslag står i två kolumner, ${column.column} och ${clockColumn}, och läses ihop.`,
        en: `Date and time of day stand in two columns, ${column.column} and ${clockColumn}, and are read together.`,
      }),
    ]
  if (unusedClock === null) return []
  return [
    warning({
      code: 'clock-unused',
      field,
      sv: `${unusedClock} är en kolumn av klockslag som inte används: ${column.column} har tider av sitt eget.`,
      en: `${unusedClock} is a column of times of day that is not used: ${column.column} has times of its own.`,
    }),
  ]
}

function others({ column }: TimesGuess): Notice[] {
  if (column.otherwise === 0 || column.otherExample === null) return []
  const { line, text } = column.otherExample
  const rows = written(column.otherwise)
  return [
    warning({
      code: 'times-otherwise',
      field: 'timeFormat',
      sv: `${rows.sv} rader är skrivna på annat sätt än ${column.timeFormat}: rad ${line} är ${text}.`,
      en: `${rows.en} rows are written in another way than ${column.timeFormat}: line ${line} is ${text}.`,
    }),
  ]
}

function numbers({ column, timeFormat }: TimesGuess): Notice[] {
  if (timeFormat !== 'excel-1900') return []
  return [
    warning({
      code: 'excel-days',
      field: 'timeFormat',
      sv: `${column.column} är Excels dagnummer, räknade från 1900. Är filen från en gammal Excel för Mac räknas de från 1904: skriv då excel-1904.`,
      en: `${column.column} is Excel's day numbers, counted from 1900. A file of an old Excel for Mac counts from 1904: then put excel-1904.`,
    }),
  ]
}
