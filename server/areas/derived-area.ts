import type { MultiPolygon } from 'geojson'
import type { UnitReader } from '../engine/units/unit-kinds.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import { isOpenToAllBoards } from '../platform/access/source-access.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { DeriveTask } from './derive-task.ts'

const DERIVE_TASK = new URL('./derive-task.ts', import.meta.url)

/** Whether every planner and coordinator may read a source: a study area is the same for all of them. */
function isOpenToStaff(source: Source): boolean {
  const { audiences } = source
  return isOpenToAllBoards(source) && audiences.includes('planner') && audiences.includes('coordinator')
}

/** A study area derived from a snapshot's own incidents, as far as a reader may see them; see `deriveTask`. */
export function derivedArea(
  pool: Pick<ComputePool, 'run'>,
  snapshot: Snapshot,
  reader: UnitReader,
): Promise<MultiPolygon | null> {
  const { sources } = snapshot.layers
  const openSources = Int8Array.from(snapshot.sourceIds, (id) => {
    const source = sources.find((known) => known.id === id)
    return source !== undefined && isOpenToStaff(source) ? 0 : -1
  })
  const openToAllBoards = Uint8Array.from(snapshot.sourceIds, (id) =>
    sources.some((source) => source.id === id && isOpenToAllBoards(source)) ? 1 : 0,
  )
  const task: DeriveTask = { handle: snapshotHandle(snapshot), openSources, openToAllBoards, reader }
  return pool.run<DeriveTask, MultiPolygon | null>(DERIVE_TASK, task)
}
