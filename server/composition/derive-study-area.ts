import { createStudyAreaService } from '../areas/index.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { Log } from '../platform/log.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { Storage } from './storage.ts'

interface Deps {
  readonly pool: ComputePool
  readonly storage: Storage
  readonly log: Log
}

/** Stores a derived study area as soon as there are incidents and none is given; returns a function that stops it. */
export function deriveStudyArea(snapshots: SnapshotStore, { pool, storage, log }: Deps): () => void {
  if (storage.city.demo) return () => {}
  const studyArea = createStudyAreaService({ snapshots, features: storage.repositories.features, pool })
  const ensure = () => {
    studyArea.ensure().catch((error: unknown) => log.warn({ err: error }, 'no study area could be derived'))
  }
  ensure()
  return snapshots.onChange(ensure)
}
