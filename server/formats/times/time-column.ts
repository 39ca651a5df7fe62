import { isNamedForTime, timeRoleOf, type TimeRole } from '../columns/column-names.ts'
import { dateFormOf } from './date-forms.ts'
import { joinedPattern, type TimeForm } from './time-forms.ts'
import type { ExampleText, Reading, TimeShape, TimeTally } from './time-tally.ts'

/** Why one order of day and month was taken, or that none can be. */
export type DayOrder =
  | { readonly kind: 'certain' }
  /** Rows of this column refute the other readings. */
  | { readonly kind: 'refuted'; readonly against: Reading; readonly example: ExampleText }
  /** Read otherwise, rows would lie ahead of now. */
  | { readonly kind: 'ahead'; readonly against: Reading; readonly rows: number }
  /** Every row can be read in each of these ways. */
  | { readonly kind: 'tie'; readonly readings: readonly Reading[]; readonly example: ExampleText }
  /** Rows refute each reading: the column is written in several ways. */
  | { readonly kind: 'mixed'; readonly readings: readonly Reading[] }

/** A column that can say when. */
export interface TimeColumn {
  readonly index: number
  readonly column: string
  readonly role: TimeRole
  readonly timeFormat: string
  /** The pattern of its date alone with whatever follows that in every row alike; null where hours differ, or there is no pattern. */
  readonly datePattern: string | null
  readonly timed: boolean
  /** Share of the rows that have a text which can be read so, of all rows and of those with a text. */
  readonly filled: number
  readonly share: number
  readonly rows: number
  /** Texts that are times in another form, and an example. */
  readonly otherwise: number
  readonly otherExample: ExampleText | null
  readonly dayOrder: DayOrder
  readonly fromMinute: number
  readonly toMinute: number
}

const MIN_SHARE = 0.5

/**
 * How a column of times is written, by the whole file: one row that can be read in one way alone overrules all that could
 * be read in another. Null when fewer than half of its texts are times.
 */
export function timeColumnOf(
  { index, column }: { readonly index: number; readonly column: string },
  tally: TimeTally,
  rowsOfFile: number,
): TimeColumn | null {
  const shapes = tally.shapes()
  const dates = new Set(shapes.flatMap(({ readings }) => readings.map(({ form }) => form.date)))
  const ranked = [...dates]
    .map((date) => ({ date, shapes: shapes.filter((shape) => readingIn(shape, date) !== undefined) }))
    .map((one) => ({ ...one, rows: one.shapes.reduce((sum, { rows }) => sum + rows, 0) }))
    .sort((a, b) => b.rows - a.rows)
  const [maximum] = ranked
  if (maximum === undefined || maximum.rows < MIN_SHARE * tally.texts()) return null
  // Figures alone are a time only where the column is called so.
  if (shapes.every(({ example }) => /^\d+$/.test(example.text)) && !isNamedForTime(column)) return null
  const contested = ranked.filter(({ rows }) => rows === maximum.rows)
  const chosen = orderOf(
    contested.map(({ date, shapes: of }) => summed(date, of)),
    maximum.shapes[0]!.example,
  )
  const own = contested.find(({ date }) => date === chosen.reading.form.date)!.shapes
  const forms = own.map((shape) => readingIn(shape, chosen.reading.form.date)!.form)
  const joined = isIso(forms, own) ? 'iso' : joinedPattern(forms)
  const read = joined === null ? own.slice(0, 1) : own
  const rows = read.reduce((sum, shape) => sum + shape.rows, 0)
  const other = shapes.find((shape) => !read.includes(shape))
  const { fromMinute, toMinute } = chosen.reading
  return {
    index,
    column,
    role: timeRoleOf(column),
    timeFormat:
      joined ?? (isIso(forms.slice(0, 1), own.slice(0, 1)) ? 'iso' : joinedPattern(forms.slice(0, 1))!),
    datePattern: datePatternOf(chosen.reading, shapes),
    timed: forms.some(({ clock }) => clock !== ''),
    filled: rows / Math.max(1, rowsOfFile),
    share: rows / tally.texts(),
    rows,
    otherwise: shapes.reduce((sum, shape) => sum + shape.rows, 0) - rows,
    otherExample: other?.example ?? null,
    dayOrder: chosen.order,
    fromMinute,
    toMinute,
  }
}

function readingIn({ readings }: TimeShape, date: string): Reading | undefined {
  return readings.find(({ form }) => form.date === date)
}

/** The readings of a date in all shapes, as one. */
function summed(date: string, shapes: readonly TimeShape[]): Reading {
  const all = shapes.map((shape) => readingIn(shape, date)!)
  return {
    ...all[0]!,
    refuted: all.reduce((sum, { refuted }) => sum + refuted, 0),
    firstRefuted: all.find(({ firstRefuted }) => firstRefuted !== null)?.firstRefuted ?? null,
    ahead: all.reduce((sum, { ahead }) => sum + ahead, 0),
    fromMinute: Math.min(...all.map(({ fromMinute }) => fromMinute)),
    toMinute: Math.max(...all.map(({ toMinute }) => toMinute)),
  }
}

function orderOf(
  readings: readonly Reading[],
  example: ExampleText,
): { readonly reading: Reading; readonly order: DayOrder } {
  const [first, ...others] = readings
  if (others.length === 0) return { reading: first!, order: { kind: 'certain' } }
  const standing = readings.filter(({ refuted }) => refuted === 0)
  if (standing.length === 0) return { reading: first!, order: { kind: 'mixed', readings } }
  const past = standing.filter(({ ahead }) => ahead === 0)
  const left = past.length > 0 ? past : standing
  const [reading] = left
  if (left.length > 1) return { reading: reading!, order: { kind: 'tie', readings: left, example } }
  const refuted = readings.find((one) => one.firstRefuted !== null)
  if (standing.length === 1)
    return {
      reading: reading!,
      order: { kind: 'refuted', against: refuted!, example: refuted!.firstRefuted! },
    }
  const against = standing.find(({ ahead }) => ahead > 0)!
  return { reading: reading!, order: { kind: 'ahead', against, rows: against.ahead } }
}

function datePatternOf({ form, clockMinute }: Reading, shapes: readonly TimeShape[]): string | null {
  const [shape, ...others] = shapes
  if (form.clock === '' && others.length === 0) return form.date
  if (clockMinute === null || clockMinute === undefined || others.length > 0) return null
  const rest = dateFormOf(shape!.example.text)?.rest ?? ''
  return rest.includes("'") ? null : `${form.date}'${rest}'`
}

/** True for what `iso` reads, which is what a person knows: a workbook has dates with a T and texts without it in one column. */
function isIso(forms: readonly TimeForm[], shapes: readonly TimeShape[]): boolean {
  const isForm = forms.every(
    ({ date, joiner, clock, seconds, tail }) =>
      date === 'yyyy-M-d' &&
      (clock === '' || clock === 'H:mm') &&
      ['', ':ss', ':ss.S', ':ss,S'].includes(seconds) &&
      ['', 'XXX', ' XXX'].includes(tail) &&
      /^('T'| *)$/i.test(joiner),
  )
  return isForm && !shapes.some(({ example }) => /GMT|UTC|CES?T|MES?Z|\[/i.test(example.text))
}
