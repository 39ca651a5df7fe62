import type { ImportedKind } from './fields.ts'
import type { KnownFeature, LayerChanges } from './plan-changes.ts'

/** A delivery of a register that was taken in. added + revised + unchanged + repeated + rejected = rowsRead. */
export interface LayerImportStatus {
  readonly id: number
  readonly kind: ImportedKind
  readonly register: string
  readonly fileName: string
  readonly state: 'done' | 'undone'
  readonly rowsRead: number
  readonly added: number
  readonly revised: number
  /** Rows that say what is already stored. */
  readonly unchanged: number
  /** Rows that repeat others of the file. */
  readonly repeated: number
  readonly rejected: number
  /** Features that the file lacked, and of these such as were closed. */
  readonly absent: number
  readonly closed: number
  readonly importedAt: string
  readonly undoneAt: string | null
}

/** A delivery on its way in. */
export interface LayerDelivery {
  readonly kind: ImportedKind
  readonly register: string
  readonly fileName: string
  readonly mapping: unknown
  readonly rowsRead: number
  readonly repeated: number
  readonly rejected: number
  readonly by: string
  readonly atMs: number
}

export interface LayerImportRepository {
  /** What earlier deliveries of a register have brought that are not undone. */
  known(kind: ImportedKind, register: string): Promise<readonly KnownFeature[]>
  /**
   * One transaction, which keeps every other delivery and change of the layer waiting: what is known is read, planned upon and
   * changed. Nothing is kept of a delivery that changes nothing.
   */
  store(
    delivery: LayerDelivery,
    plan: (known: readonly KnownFeature[]) => LayerChanges,
  ): Promise<{ readonly changes: LayerChanges; readonly status: LayerImportStatus | null }>
  find(id: number): Promise<LayerImportStatus | null>
  /** Newest first. */
  list(limit: number, before: number | null): Promise<readonly LayerImportStatus[]>
  /**
   * Puts the layer back as it was before a delivery, as new revisions; what a person has changed since stays.
   *
   * @returns the status, and how many features stay as they were changed since
   * @throws DomainError `not-found`; `conflict` when it is undone, or a later one of its register is not
   */
  undo(
    id: number,
    by: string,
    atMs: number,
  ): Promise<{ readonly status: LayerImportStatus; readonly kept: number }>
}
