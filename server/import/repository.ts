import type { RejectReason } from '../formats/source-row.ts'
import type { HashedIncident } from '../incidents/index.ts'
import type { Texts } from '../engine/texts.ts'

/** A parsed row of a file with the text that it was read from, for the rejects. */
export interface StagedIncident extends HashedIncident {
  readonly original: string
}

/** A file on its way in. Nothing of it is visible before `merge` has committed; `abort` leaves nothing behind. */
export interface ImportStage {
  readonly importId: number
  write(rows: readonly StagedIncident[]): Promise<void>
  reject(rows: readonly RejectedRow[]): Promise<void>
  progress(bytesRead: number, rowsRead: number): Promise<void>
  /** Stores the mapping as the file was read by it, what it left open being filled in. */
  settle(mapping: unknown): Promise<void>
  /** One transaction: staged rows become incidents or revisions, repeated ids within the file become rejects. */
  merge(rowsRead: number): Promise<ImportStatus>
  abort(error: Texts): Promise<ImportStatus>
}

export interface ImportRepository {
  begin(file: {
    readonly sourceId: string
    readonly fileName: string
    readonly mapping: unknown
    readonly sha256: string | null
    readonly bytesTotal: number | null
  }): Promise<ImportStage>
  find(id: number): Promise<ImportStatus | null>
  list(limit: number, before: number | null): Promise<readonly ImportStatus[]>
  rejects(id: number, afterLine: number, limit: number): Promise<readonly RejectedRow[]>
  /** Every incident of the import is retracted, every revision taken back, as new revisions. */
  undo(id: number): Promise<ImportStatus>
  /** Marks imports that a dead process left behind as failed and drops their staged rows. */
  sweep(): Promise<number>
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
  /** Times of day that stood for none in a column of times, so that its times were read as whole days. */
  readonly unknownTimes: Readonly<Partial<Record<'occurredFrom' | 'occurredTo', string>>>
  readonly error: Texts | null
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
