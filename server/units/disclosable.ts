import type { Snapshot } from '../engine/snapshot/types.ts'
import { isOpenToAllBoards } from '../platform/access/source-access.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { DisclosableTask } from './disclosable-task.ts'

const TASK = new URL('./disclosable-task.ts', import.meta.url)

/**
 * Whether a snapshot has anything to disclose to planners or coordinators; computed on a worker once a version. The
 * caller holds the snapshot.
 */
export function createDisclosable(pool: Pick<ComputePool, 'run'>): (snapshot: Snapshot) => Promise<boolean> {
  let last: { readonly of: string; readonly found: Promise<boolean> } | null = null
  return (snapshot) => {
    const { sources, digest } = snapshot.layers
    const of = [snapshot.position.epoch, snapshot.version, digest].join('|')
    if (last?.of !== of) {
      const disclosing = disclosingSources(sources)
      const openSources = Int8Array.from(snapshot.sourceIds, (id) => {
        return disclosing.some((source) => source.id === id) ? 0 : -1
      })
      const task: DisclosableTask = { handle: snapshotHandle(snapshot), openSources }
      last = { of, found: pool.run<DisclosableTask, boolean>(TASK, task) }
    }
    return last.found
  }
}

/**
 * The sources that make a cut the first one: those that every organisation reads, where there are any, so that when it
 * was made tells one board nothing of another's source.
 */
function disclosingSources(sources: Snapshot['layers']['sources']): Snapshot['layers']['sources'] {
  const ofStaff = sources.filter(
    ({ audiences }) => audiences.includes('planner') || audiences.includes('coordinator'),
  )
  const shared = ofStaff.filter(isOpenToAllBoards)
  return shared.length === 0 ? ofStaff : shared
}
