import type { IncidentColumns } from '../../engine/snapshot/incident-columns.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'

/** Gives leases on the current snapshot. */
export interface SnapshotStore {
  /** The current version with its memory held until `release`; rejects `busy` before the first load. */
  acquire(): Lease
  /** Whether a snapshot is the current one itself, not another of the same version. */
  isCurrent(snapshot: Snapshot): boolean
  /** Resolves when the current snapshot holds everything committed before the call. */
  refresh(): Promise<void>
  /** Calls back after a version has become current; returns a function that stops it. */
  onChange(callback: (version: string) => void): () => void
  /**
   * Calls back with the rows of a base that a compaction has built: it becomes current when the promise has settled, and its
   * memory is held until then.
   */
  beforeCompacted(prepare: (base: IncidentColumns) => Promise<void>): void
  status(): SnapshotStatus
  close(): Promise<void>
}

/** State of the snapshot for `/readyz` and the metrics. */
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
