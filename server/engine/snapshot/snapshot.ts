import type { Projection } from '../projection/projection.ts'
import type { LoadedLayers } from './layer-snapshot.ts'
import { indexedSegment, type SegmentData } from './segment.ts'
import type { Totals } from './totals.ts'
import type { Snapshot } from './types.ts'
import { snapshotVersion } from './version.ts'
import type { FeedPosition } from './incident-batch.ts'

export interface SnapshotParts {
  readonly position: FeedPosition
  readonly loadedAtMs: number
  readonly segments: readonly SegmentData[]
  readonly totals: Totals
  readonly layers: LoadedLayers
  readonly projection: Projection
  readonly timezone: string
}

/** Puts a snapshot together and names its version. */
export function createSnapshot(parts: SnapshotParts): Snapshot {
  const { totals, layers, projection, timezone } = parts
  return {
    version: snapshotVersion({
      incidents: totals.digest,
      layers: layers.contentDigest,
      srid: projection.srid,
      timezone,
    }),
    position: parts.position,
    loadedAtMs: parts.loadedAtMs,
    incidents: totals.incidents,
    weight: totals.weight,
    timeSpan: totals.timeSpan,
    months: [...totals.months.values()].map(({ source, fromMinute, toMinute }) => ({
      sourceId: layers.sourceIds[source]!,
      fromMinute,
      toMinute,
    })),
    segments: parts.segments.filter(({ columns }) => columns.length > 0).map(indexedSegment),
    layers: layers.snapshot,
    projection,
    timezone,
    sourceIds: layers.sourceIds,
  }
}
