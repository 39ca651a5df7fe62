import { checkCity, readCity, settleCity } from './city.ts'
import type { Database, DatabaseOptions, OpenDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgis } from './open-postgis.ts'
import { createRepositories } from './repositories/all.ts'
import { checkServer, type ServerVersions } from './server-check.ts'

export type { StartStage } from './embedded/engine-messages.ts'
export type { Database, DatabaseOptions } from './database.ts'

/**
 * Opens the database and sees that it will do.
 *
 * @throws DomainError `database-unavailable` when it is unreachable, too old, without PostGIS or held by another
 * process, `invalid-setting` when it was created for another CRS; each with one line that says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url } = options
  const open = url === null ? await openEmbedded(options) : openPostgis({ ...options, url })
  try {
    return await completeDatabase(open, options)
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Checks an open kind of database and adds what is the same on both. */
export async function completeDatabase(open: OpenDatabase, options: DatabaseOptions): Promise<Database> {
  const { srid, log, timezone = 'Europe/Stockholm', demo = false } = options
  const foundation = { srid, timezone, demo }
  const versions = await checkServer(open.knex)
  const city = await readCity(open.knex)
  if (city !== null) checkCity(city, foundation)
  log.info({ database: open.kind, ...versions, srid }, describe(open.kind, versions))
  return {
    ...open,
    repositories: createRepositories(open, versions),
    migrate: async () => {
      await migrate(open.knex, foundation, log)
      return settleCity(open.knex, foundation, log)
    },
  }
}

function describe(kind: 'embedded' | 'postgis', { version, postgis }: ServerVersions): string {
  const name = kind === 'embedded' ? 'the embedded database' : 'the PostGIS server'
  return `using ${name}: PostgreSQL ${version}, PostGIS ${postgis}`
}
