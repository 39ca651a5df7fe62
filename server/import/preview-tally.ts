import { CATEGORIES } from '../engine/snapshot/categories.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { isRejected } from './read-row.ts'
import type { RejectReason } from '../formats/source-row.ts'
import type { RejectedRow, StagedIncident } from './repository.ts'

const EXAMPLES = 20
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
}

/** @param capacity rows that will be added at most */
export function createPreviewTally(projection: Pick<Projection, 'toWgs84'>, capacity: number): PreviewTally {
  const points = new Float64Array(capacity * 2)
  const hashes = new Map<string, bigint>()
  const rejected: Partial<Record<RejectReason, number>> = {}
  const categories: Record<string, number> = {}
  const rejects: RejectedRow[] = []
  let [rowsRead, accepted, duplicates] = [0, 0, 0]
  let [fromMinute, toMinute] = [Infinity, -Infinity]

  function reject(row: RejectedRow): void {
    rejected[row.reason] = (rejected[row.reason] ?? 0) + 1
    if (rejects.length < EXAMPLES) rejects.push(row)
  }

  function accept(row: StagedIncident): void {
    const [lon, lat] = projection.toWgs84(row.xCm / 100, row.yCm / 100)
    points[accepted * 2] = lon
    points[accepted * 2 + 1] = lat
    accepted++
    const { code } = CATEGORIES[row.categoryIndex]!
    categories[code] = (categories[code] ?? 0) + 1
    fromMinute = Math.min(fromMinute, row.fromMinute)
    toMinute = Math.max(toMinute, row.toMinute)
  }

  return {
    add(row) {
      rowsRead++
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
    }),
  }
}

/** A preview cannot take back the row that came first, as the import does: it tells of the later one only. */
function conflicting({ line, externalId, original }: StagedIncident): RejectedRow {
  const detail = `${externalId}: the id has come before with other content`
  return { line, column: null, reason: 'conflicting-id', detail, text: original }
}

function isoMinute(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString()
}
