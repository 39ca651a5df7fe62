import { indexedSegment, type SegmentData } from '../../engine/snapshot/segment.ts'
import type { IndexedSegment, Snapshot } from '../../engine/snapshot/types.ts'

/**
 * What a worker needs of a snapshot, as plain data: structured cloning shares the memory, nothing is copied. The
 * sender holds the snapshot's lease until the worker has finished, and the worker keeps no reference.
 */
export interface SnapshotHandle {
  readonly version: string
  readonly segments: readonly SegmentData[]
  readonly sourceIds: readonly string[]
  readonly timezone: string
  readonly srid: number
}

/** The incidents of a snapshot as they are seen in a worker. */
export interface OpenHandle {
  readonly version: string
  readonly segments: readonly IndexedSegment[]
  readonly sourceIds: readonly string[]
  readonly timezone: string
  readonly srid: number
}

/** A snapshot's incidents in a form that can be sent to a worker. */
export function snapshotHandle(snapshot: Snapshot): SnapshotHandle {
  return {
    version: snapshot.version,
    segments: snapshot.segments.map(({ columns, dead, blocks }) => ({ columns, dead, blocks })),
    sourceIds: snapshot.sourceIds,
    timezone: snapshot.timezone,
    srid: snapshot.projection.srid,
  }
}

/** The segments of a handle, with the index that finds their rows. */
export function openHandle(handle: SnapshotHandle): OpenHandle {
  return { ...handle, segments: handle.segments.map(indexedSegment) }
}
