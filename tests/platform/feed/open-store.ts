import type { Database } from '../../../db/client.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import type { ComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { openSnapshotStore } from '../../../server/platform/feed/store.ts'
import type { SnapshotStore } from '../../../server/platform/feed/snapshot-store.ts'

/** The parts of a Stockholm server that a snapshot needs beside its database. */
export function stockholm(pool: ComputePool) {
  return { projection: createProjection(3006), zone: createZone('Europe/Stockholm'), pool }
}

/** A store over a database, as the server opens it. */
export function openStore(database: Database, pool: ComputePool, pollMs?: number): Promise<SnapshotStore> {
  const { feed, features } = database.repositories
  return openSnapshotStore({
    ...stockholm(pool),
    feed,
    features,
    clock: { nowMs: () => performance.timeOrigin + performance.now() },
    log: SILENT,
    ...(pollMs === undefined ? {} : { pollMs }),
  })
}
