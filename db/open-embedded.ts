import type { DatabaseOptions, OpenDatabase } from './client/database.ts'
import { createKnex } from './client/dialect.ts'
import { lockDirectory } from './client/directory-lock.ts'
import { createEmbeddedConnector } from './embedded/connector.ts'
import { createEngine, type Engine } from './embedded/engine.ts'
import { createListeners } from './client/listeners.ts'
import type { Notifications } from './client/notifications.ts'
import { watchDisk } from './client/watch-disk.ts'
import { STATEMENT_DEADLINE_MS } from './client/statement-class.ts'

/** How long a statement waits for the one session: longer than the engine needs to restart. */
const ACQUIRE_TIMEOUT_MS = 30_000

/** The embedded database: PGlite with PostGIS in a thread of its own, its directory locked for this process. */
export async function openEmbedded(options: Omit<DatabaseOptions, 'url'>): Promise<OpenDatabase> {
  const { dataDir, log, template, onStage } = options
  const lock = dataDir === null ? null : await lockDirectory(dataDir)
  const engine = createEngine({
    directory: dataDir,
    log,
    ...(template && { template }),
    ...(onStage && { onStage }),
  })
  const closeEngine = async () => {
    await engine.close()
    lock?.release()
  }
  try {
    await engine.start()
  } catch (error) {
    await closeEngine()
    throw error
  }
  const open = openOnEngine(engine, options)
  return {
    ...open,
    close: async () => {
      await open.close()
      await closeEngine()
    },
  }
}

/** A database on an engine that the caller starts and closes. */
export function openOnEngine(
  engine: Engine,
  { srid, log, deadlines = STATEMENT_DEADLINE_MS }: Pick<DatabaseOptions, 'srid' | 'log' | 'deadlines'>,
): OpenDatabase {
  const listeners = createListeners()
  const disk = watchDisk(createEmbeddedConnector({ engine, listeners, deadlines, log }), log)
  const { connector } = disk
  const knex = createKnex({ connector, maxConnections: 1, acquireTimeoutMs: ACQUIRE_TIMEOUT_MS, log })
  const notifications: Notifications = {
    async listen(channel, onNotify) {
      const stop = listeners.subscribe(channel, onNotify)
      await knex.raw('LISTEN ??', [channel])
      return async () => stop()
    },
  }
  return {
    kind: 'embedded',
    knex,
    srid,
    log,
    notifications,
    isDiskFull: disk.isFull,
    async dump() {
      // Holding the only connection ensures that no transaction is open and no statement times out behind the dump.
      const connection = await knex.client.acquireConnection()
      try {
        return await engine.dump()
      } finally {
        knex.client.releaseConnection(connection)
      }
    },
    close: () => knex.destroy(),
  }
}
