import type { DatabaseOptions, OpenDatabase } from '../client/database.ts'
import { createKnex } from '../client/dialect.ts'
import { watchDisk } from '../client/watch-disk.ts'
import { createPostgresConnector } from './postgres-connector.ts'
import { createPostgresNotifications } from './postgres-notifications.ts'

const MAX_CONNECTIONS = 10
const ACQUIRE_TIMEOUT_MS = 15_000

/** A PostgreSQL server with PostGIS. Connects on first use. */
export function openPostgis(options: Omit<DatabaseOptions, 'url'> & { url: string }): OpenDatabase {
  const { url, srid, log, deadlines } = options
  const disk = watchDisk(createPostgresConnector(url, deadlines), log)
  const knex = createKnex({
    connector: disk.connector,
    maxConnections: MAX_CONNECTIONS,
    acquireTimeoutMs: ACQUIRE_TIMEOUT_MS,
    log,
  })
  const notifications = createPostgresNotifications(url, log)
  return {
    kind: 'postgis',
    knex,
    srid,
    log,
    notifications,
    isDiskFull: disk.isFull,
    dump: async () => null,
    close: async () => {
      await notifications.close()
      await knex.destroy()
    },
  }
}
