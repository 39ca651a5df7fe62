import type { MultiPolygon } from 'geojson'
import type { UnitReader } from '../engine/units/unit-kinds.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { DeriveTask } from './derive-task.ts'

const DERIVE_TASK = new URL('./derive-task.ts', import.meta.url)

/** A study area derived from a snapshot's own incidents, as far as a reader may see them; see `deriveTask`. */
export function derivedArea(
  pool: Pick<ComputePool, 'run'>,
  snapshot: Snapshot,
  reader: UnitReader,
): Promise<MultiPolygon | null> {
  const { sources } = snapshot.layers
  const openSources = Int8Array.from(snapshot.sourceIds, (id) => {
    const audiences = sources.find((source) => source.id === id)?.audiences ?? []
    return audiences.includes('planner') && audiences.includes('coordinator') ? 0 : -1
  })
  const task: DeriveTask = { handle: snapshotHandle(snapshot), openSources, reader }
  return pool.run<DeriveTask, MultiPolygon | null>(DERIVE_TASK, task)
}
