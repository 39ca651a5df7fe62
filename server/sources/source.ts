import type { RejectReason } from '../formats/source-row.ts'

export type ImportState = 'reading' | 'merging' | 'done' | 'failed' | 'undone'

/** An import as its status resource tells it. accepted + rejected + duplicates = rowsRead when done. */
export interface ImportStatus {
  readonly id: number
  readonly sourceId: string
  readonly fileName: string
  readonly state: ImportState
  readonly bytesRead: number
  readonly bytesTotal: number | null
  readonly rowsRead: number
  /** Rows that were new or changed something. */
  readonly accepted: number
  /** Of the accepted: rows that became a new revision of a known incident. */
  readonly revised: number
  readonly rejected: number
  /** Rows that say what is already stored. */
  readonly duplicates: number
  readonly error: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

export interface RejectedRow {
  /** Line in the file on which the row starts, 1 = the header of a CSV. For GeoJSON the feature's ordinal, from 1. */
  readonly line: number
  readonly column: string | null
  readonly reason: RejectReason
  readonly detail: string
  readonly text: string
}
