import { joinedPattern, type TimeForm, timeFormsOf } from './time-forms.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { createTimeReader, type TimeReader } from './time-format.ts'

/** Shapes of texts that a column is looked at for; a column of times has a few. */
const MAX_SHAPES = 24
/** Texts after which a column of which none was a time is given up. */
const TRIED_TEXTS = 200
/** Times of a shape that can be read in one way alone are not all read. */
const READ_TEXTS = 500
/** Longer texts are prose. */
const MAX_LENGTH = 70
/** What lies ahead by more than a day has not happened: the clock of a source may be off. */
const AHEAD_MINUTES = 1440

/** A row of the file, as an example. */
export interface ExampleText {
  readonly line: number
  readonly text: string
}

/** How one way of reading a shape fares in the whole file. */
export interface Reading {
  readonly form: TimeForm
  readonly pattern: string
  readonly read: TimeReader
  /** Rows that are no time when read so and one when read in another way: each speaks against this one. */
  refuted: number
  firstRefuted: ExampleText | null
  /** Rows that lie ahead of now. */
  ahead: number
  /** The minute of the day that all rows share: undefined before the first, null when they differ. */
  clockMinute: number | null | undefined
  fromMinute: number
  toMinute: number
}

/** Texts of a column that are written alike, and every way in which they can be read. */
export interface TimeShape {
  rows: number
  readonly example: ExampleText
  readonly readings: readonly Reading[]
}

/** What is known of a column's texts as times, after the whole file. */
export interface TimeTally {
  add(text: string, line: number): void
  /** Shapes that are times, those of most rows first. */
  shapes(): readonly TimeShape[]
  /** Texts that are not blank. */
  texts(): number
}

/** Looks at every text of a column as a time. One that shows none in its first texts costs nothing afterwards. */
export function createTimeTally(zone: Zone, nowMinute: number): TimeTally {
  const shapes = new Map<string, TimeShape>()
  let texts = 0
  let found = 0

  function add(text: string, line: number): void {
    texts++
    if ((found === 0 && texts > TRIED_TEXTS) || text.length > MAX_LENGTH) return
    const key = shapeOf(text)
    let shape = shapes.get(key)
    if (shape === undefined) {
      if (shapes.size >= MAX_SHAPES) return
      shape = { rows: 0, example: { line, text }, readings: readingsOf(text, zone) }
      shapes.set(key, shape)
    }
    shape.rows++
    if (shape.readings.length === 0) return
    found++
    const [{ clockMinute }] = shape.readings as [Reading]
    if (shape.readings.length === 1 && shape.rows > READ_TEXTS && clockMinute === null) return
    judge(shape.readings, { line, text }, nowMinute)
  }

  return {
    add,
    texts: () => texts,
    shapes: () =>
      [...shapes.values()].filter(({ readings }) => readings.length > 0).sort((a, b) => b.rows - a.rows),
  }
}

function judge(readings: readonly Reading[], example: ExampleText, nowMinute: number): void {
  const spans = readings.map(({ read }) => read(example.text))
  const isTime = spans.some((span) => span !== null)
  for (const [index, reading] of readings.entries()) {
    const span = spans[index]!
    if (span === null) {
      if (!isTime) continue
      reading.refuted++
      reading.firstRefuted ??= example
      continue
    }
    if (span.fromMinute > nowMinute + AHEAD_MINUTES) reading.ahead++
    if (reading.clockMinute === undefined) reading.clockMinute = span.clockMinute
    else if (reading.clockMinute !== span.clockMinute) reading.clockMinute = null
    reading.fromMinute = Math.min(reading.fromMinute, span.fromMinute)
    reading.toMinute = Math.max(reading.toMinute, span.toMinute)
  }
}

function readingsOf(text: string, zone: Zone): Reading[] {
  return timeFormsOf(text).map((form) => {
    const pattern = joinedPattern([form])!
    const read = createTimeReader(pattern, zone)
    return {
      form,
      pattern,
      read,
      refuted: 0,
      firstRefuted: null,
      ahead: 0,
      clockMinute: undefined,
      fromMinute: Infinity,
      toMinute: -Infinity,
    }
  })
}

/** Texts that differ in figures and words alone have the same shape; only runs of one or two figures are alike. */
function shapeOf(text: string): string {
  return text
    .replaceAll(/\d+/g, (digits) => (digits.length <= 2 ? '9' : '9'.repeat(digits.length)))
    .replaceAll(/[A-Za-zÅÄÖåäö]+/g, 'a')
}
