import { type ContentColumns, createIncidentDigest, type Digest } from './incident-digest.ts'

/** First and last minute in which a live row begins. */
interface TimeSpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** What is known of all live rows together. */
export interface Totals {
  readonly incidents: number
  readonly weight: number
  readonly digest: Digest
  readonly timeSpan: TimeSpan | null
}

const NO_ROWS: Totals = { incidents: 0, weight: 0, digest: [0, 0, 0, 0], timeSpan: null }

/** Totals that follow rows as they come and go. */
export interface Tally {
  add(columns: ContentColumns, row: number): void
  remove(columns: ContentColumns, row: number): void
  /** False after the row that bounds the time span was removed: the span may be too long now. */
  spanIsExact(): boolean
  value(): Totals
}

/** A tally that begins with the totals `start`. */
export function createTally(start: Totals = NO_ROWS): Tally {
  const digest = createIncidentDigest(start.digest)
  let incidents = start.incidents
  let weight = start.weight
  let first = start.timeSpan?.fromMinute ?? Infinity
  let last = start.timeSpan?.toMinute ?? -Infinity
  let exact = true
  return {
    add(columns, row) {
      digest.add(columns, row)
      incidents++
      weight += columns.weight[row]!
      const minute = columns.fromMinute[row]!
      if (minute < first) first = minute
      if (minute > last) last = minute
    },
    remove(columns, row) {
      digest.subtract(columns, row)
      incidents--
      weight -= columns.weight[row]!
      const minute = columns.fromMinute[row]!
      if (minute === first || minute === last) exact = false
    },
    spanIsExact: () => exact,
    value: () => ({
      incidents,
      weight,
      digest: digest.value(),
      timeSpan: incidents === 0 ? null : { fromMinute: first, toMinute: last },
    }),
  }
}
