import type { Role } from '../platform/access/audience.ts'
import type { Register } from '../releases/release.ts'

/** Where incidents come from and on what terms. Without one there is no import. */
export interface Source {
  readonly id: string
  readonly title: string
  /** Who recorded: the police's records and the city's own reports are never summed. */
  readonly register: Register
  readonly controller: string
  readonly legalBasis: string
  readonly agreement: string | null
  readonly purpose: string
  readonly audiences: readonly Role[]
  /** Days that incidents are kept; null = until the source is removed. */
  readonly retentionDays: number | null
  /** What the source covers in time: ISO dates; null = open. */
  readonly coversFrom: string | null
  readonly coversTo: string | null
  /** Id of the area that the source covers; null = the study area. */
  readonly coversAreaId: number | null
}

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

export type RejectReason =
  | 'no-position'
  | 'bad-position'
  | 'far-away'
  | 'swapped-axes'
  | 'no-time'
  | 'bad-time'
  | 'time-order'
  /** Over for longer than the source keeps incidents; nothing of the row is kept but its line. */
  | 'past-retention'
  | 'unknown-category'
  | 'no-category'
  | 'unknown-precision'
  | 'unknown-setting'
  | 'conflicting-id'
  | 'malformed-row'
  /** Bytes that the named encoding does not know, or characters that no text may hold. */
  | 'undecodable'
  | 'too-long'

export interface RejectedRow {
  /** Line in the file on which the row starts, 1 = the header of a CSV. For GeoJSON the feature's ordinal, from 1. */
  readonly line: number
  readonly column: string | null
  readonly reason: RejectReason
  readonly detail: string
  readonly text: string
}
