import type { IncidentColumns } from '../../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'

/** Gives the current snapshot; a caller holds it while it computes. */
export interface SnapshotStore {
  /** The current version with its memory held until `release`; rejects `busy` before the first load. */
  acquire(): Lease
  /** Whether a snapshot is the current one itself, and not one that merely has its version. */
  isCurrent(snapshot: Snapshot): boolean
  /** Resolves when a snapshot that holds all that was committed before the call is current. */
  refresh(): Promise<void>
  /** Calls back after a version has become current; returns the way to stop. */
  onChange(callback: (version: string) => void): () => void
  /**
   * Calls back with the rows of a base that a compaction has built: it becomes current when the promise has settled, and its
   * memory is held until then.
   */
  beforeCompacted(prepare: (base: IncidentColumns) => Promise<void>): void
  status(): SnapshotStatus
  close(): Promise<void>
}

/** What `/readyz` and the metrics say of the snapshot. */
export interface SnapshotStatus {
  readonly version: string | null
  readonly incidents: number
  /** When the current version became current; null before the first load. */
  readonly loadedAtMs: number | null
  /** Time since the database was last known to hold nothing newer; null before the first load. */
  readonly lagMs: number | null
  /** Bytes of shared memory, in use and kept for reuse. */
  readonly bytes: number
}

export interface Lease {
  readonly snapshot: Snapshot
  release(): void
}
