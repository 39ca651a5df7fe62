import type { Database } from '../../db/client.ts'
import { SILENT } from '../../server/domain/log.ts'
import { createZone } from '../../server/domain/zone.ts'
import type { ComputePool } from '../../server/snapshot/compute-pool.ts'
import { createProjection } from '../../server/snapshot/projection.ts'
import { openSnapshotStore } from '../../server/snapshot/store.ts'
import type { SnapshotStore } from '../../server/snapshot/types.ts'

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
