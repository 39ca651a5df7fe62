import { openDatabase } from '../../../db/client.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { openComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { openStore } from './open-store.ts'

/** A process of its own that loads the database named in its argument and prints the version. */
const url = process.argv[2] ?? null
const database = await openDatabase({ url, dataDir: null, srid: 3006, log: SILENT })
const pool = openComputePool({ workers: 1, queueLimit: 1 })
const store = await openStore(database, pool)
process.stdout.write(store.status().version ?? '')
await store.close()
await pool.close()
await database.close()
