import { CATEGORIES } from '../engine/snapshot/categories.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { hourCode, isHourKnown, WHOLE_DAY, WHOLE_MONTH } from '../engine/time/known-hour.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Envelope } from '../engine/snapshot/study-envelope.ts'
import { createPositionTally, type PositionCounts } from './position-tally.ts'
import { exampleOf, type PreviewExample } from './preview-example.ts'
import { isRejected } from './read-row.ts'
import type { RejectReason } from '../formats/source-row.ts'
import type { RejectedRow, StagedIncident } from './repository.ts'

const MAX_REJECTS = 20
const MAX_EXAMPLES = 10
const MINUTE_MS = 60_000

/** Adds rows up to what a preview says of them. */
export interface PreviewTally {
  add(row: StagedIncident | RejectedRow): void
  result(): PreviewCounts
  /** Longitude and latitude of the accepted rows in pairs. */
  points(): Float64Array
}

export interface PreviewCounts {
  readonly rowsRead: number
  readonly accepted: number
  /** Rows that repeat an id with the same content. */
  readonly duplicates: number
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>
  /** Accepted rows by category code. */
  readonly categories: Readonly<Record<string, number>>
  /** The accepted rows' first and last time, ISO 8601 in UTC; null without any. */
  readonly from: string | null
  readonly to: string | null
  /** The first rejected rows. */
  readonly rejects: readonly RejectedRow[]
  /** The first rows, as they would become. */
  readonly examples: readonly PreviewExample[]
  /** Accepted rows by what is known of their time: the hour, the day, the month, or a longer or other stretch. */
  readonly timeKnown: Readonly<Record<'hour' | 'day' | 'month' | 'other', number>>
  /** Accepted rows of categories that are sensitive. */
  readonly sensitive: number
  readonly positions: PositionCounts
}

/** The city that a preview is made for. */
export interface PreviewCity {
  readonly projection: Pick<Projection, 'toWgs84'>
  /** Zone of the file's times. */
  readonly zone: Zone
  /** Box round the study area; null without one. */
  readonly envelope: Envelope | null
}

/** @param capacity rows that will be added at most */
export function createPreviewTally(
  { projection, zone, envelope }: PreviewCity,
  capacity: number,
): PreviewTally {
  const points = new Float64Array(capacity * 2)
  const hashes = new Map<string, bigint>()
  const rejected: Partial<Record<RejectReason, number>> = {}
  const categories: Record<string, number> = {}
  const rejects: RejectedRow[] = []
  const examples: PreviewExample[] = []
  const timeKnown = { hour: 0, day: 0, month: 0, other: 0 }
  const positions = createPositionTally(envelope)
  let [rowsRead, accepted, duplicates, sensitive] = [0, 0, 0, 0]
  let [fromMinute, toMinute] = [Infinity, -Infinity]

  function reject(row: RejectedRow): void {
    rejected[row.reason] = (rejected[row.reason] ?? 0) + 1
    if (rejects.length < MAX_REJECTS) rejects.push(row)
  }

  function accept(row: StagedIncident): void {
    const [lon, lat] = projection.toWgs84(row.xCm / 100, row.yCm / 100)
    points[accepted * 2] = lon
    points[accepted * 2 + 1] = lat
    accepted++
    positions.add(row.xCm, row.yCm)
    const category = CATEGORIES[row.categoryIndex]!
    categories[category.code] = (categories[category.code] ?? 0) + 1
    if (category.sensitive) sensitive++
    timeKnown[knownOf(hourCode(zone, row.fromMinute, row.toMinute))]++
    fromMinute = Math.min(fromMinute, row.fromMinute)
    toMinute = Math.max(toMinute, row.toMinute)
  }

  return {
    add(row) {
      rowsRead++
      if (examples.length < MAX_EXAMPLES) examples.push(exampleOf(row, projection, zone))
      if (isRejected(row)) return reject(row)
      const earlier = hashes.get(row.externalId)
      hashes.set(row.externalId, row.contentHash)
      if (earlier === undefined) accept(row)
      else if (earlier === row.contentHash) duplicates++
      else reject(conflicting(row))
    },
    points: () => points.subarray(0, accepted * 2),
    result: () => ({
      rowsRead,
      accepted,
      duplicates,
      rejected,
      categories,
      from: accepted === 0 ? null : isoMinute(fromMinute),
      to: accepted === 0 ? null : isoMinute(toMinute),
      rejects,
      examples,
      timeKnown,
      sensitive,
      positions: positions.result(),
    }),
  }
}

function knownOf(code: number): keyof PreviewCounts['timeKnown'] {
  if (isHourKnown(code)) return 'hour'
  if (code === WHOLE_DAY) return 'day'
  return code === WHOLE_MONTH ? 'month' : 'other'
}

/** A preview cannot take back the row that came first, as the import does: it tells of the later one only. */
function conflicting({ line, externalId, original }: StagedIncident): RejectedRow {
  const detail = `${externalId}: the id has come before with other content`
  return { line, column: null, reason: 'conflicting-id', detail, text: original }
}

function isoMinute(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString()
}
