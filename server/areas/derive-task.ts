import type { MultiPolygon } from 'geojson'
import { deriveStudyArea } from '../engine/lattice/derive-study-area.ts'
import { openHandle, type SnapshotHandle } from '../platform/feed/handle.ts'

/** A study area from the incidents of a snapshot; null when it has none. */
export default function deriveTask(handle: SnapshotHandle): MultiPolygon | null {
  return deriveStudyArea(openHandle(handle).segments)
}
