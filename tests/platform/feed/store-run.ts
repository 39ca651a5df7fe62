import { isDead } from '../../../server/engine/snapshot/incident-columns.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { SILENT } from '../../../server/platform/log.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { openSnapshotStore } from '../../../server/platform/feed/store.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { type Commit, createMemoryFeed, type MemoryFeed } from './memory-feed.ts'
import { stockholm } from './open-store.ts'
import type { SnapshotStore } from '../../../server/platform/feed/snapshot-store.ts'

/** Polls happen only on request. */
const NEVER_MS = 1_000_000

/** A store that follows a feed in memory. */
export interface StoreRun {
  readonly feed: MemoryFeed
  readonly store: SnapshotStore
  /** What is seen of the current snapshot. */
  readonly look: <T>(see: (snapshot: Snapshot) => T) => T
  /** The version of a process that starts now. */
  readonly freshVersion: () => Promise<string | null>
  close(): Promise<void>
}

/** A store over a hundred incidents, of the ids 1–100. */
export async function beginRun(pool: ComputePool): Promise<StoreRun> {
  const feed = createMemoryFeed()
  feed.commit(rows(1, 101))
  const open = () =>
    openSnapshotStore({
      ...stockholm(pool),
      feed,
      features: feed,
      clock: { nowMs: () => performance.now() },
      log: SILENT,
      pollMs: NEVER_MS,
    })
  const store = await open()
  return {
    feed,
    store,
    look(see) {
      const lease = store.acquire()
      try {
        return see(lease.snapshot)
      } finally {
        lease.release()
      }
    },
    async freshVersion() {
      const fresh = await open()
      const version = fresh.status().version
      await fresh.close()
      return version
    },
    close: () => store.close(),
  }
}

/** A commit of the incidents [from, to), by default spread along a line. */
export function rows(
  from: number,
  to: number,
  content = (id: number): Partial<IncidentContent> => ({ xCm: 67_000_000 + id * 97 }),
): Commit {
  return new Map(Array.from({ length: to - from }, (_, at) => [from + at, content(from + at)]))
}

/** Ids of the live rows of a snapshot, ascending. */
export function liveIds(snapshot: Snapshot): readonly number[] {
  return snapshot.segments
    .flatMap(({ columns, dead }) => [...columns.id].filter((_, row) => !isDead(dead, row)))
    .sort((a, b) => a - b)
}
