import type { Knex } from 'knex'
import { DomainError } from '../server/engine/errors.ts'
import { checkCity, readCity, settleCity, type City } from './client/city.ts'
import type { DatabaseOptions, OpenDatabase } from './client/database.ts'
import { grantServing } from './postgis/grants.ts'
import { migrate, pendingMigrations } from './client/migrate.ts'
import { openEmbedded } from './open-embedded.ts'
import { openPostgis } from './postgis/open-postgis.ts'
import type { AsOwner } from './operations/purge.ts'
import { createRepositories } from './repositories.ts'
import { credentialsOf, ensureRole } from './postgis/serving-role.ts'
import { checkServer, type ServerVersions } from './client/server-check.ts'
import type { Database } from './database.ts'

export type { StartStage } from './client/database.ts'
export type { DatabaseOptions } from './client/database.ts'
export type { Database } from './database.ts'

/**
 * Opens the database and checks that it is usable.
 *
 * @throws DomainError `database-unavailable` when it is unreachable, too old, without PostGIS or held by another
 * process, or has a newer schema; `invalid-setting` when it was created for another CRS; each with a message that
 * says what to do
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, migrationUrl = null } = options
  const owned =
    url !== null && migrationUrl !== null ? await prepareAsOwner(url, migrationUrl, options) : null
  const open = url === null ? await openEmbedded(options) : openPostgis({ ...options, url })
  try {
    const asOwner = owned === null ? undefined : ownerOf(migrationUrl!, options)
    const database = await completeDatabase(open, options, asOwner)
    if (owned !== null) await checkSameCity(database.knex, owned)
    return database
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Migrates as the owner of the schema, and grants the serving role its rights. */
async function prepareAsOwner(url: string, migrationUrl: string, options: DatabaseOptions): Promise<City> {
  const { log } = options
  const serving = credentialsOf(url)
  const owner = openPostgis({ ...options, url: migrationUrl })
  try {
    const city = await (await completeDatabase(owner, options)).migrate()
    await ensureRole(owner.knex, serving, log)
    await grantServing(owner.knex, serving.role, log)
    return city
  } finally {
    await owner.close()
  }
}

/** Runs work on a temporary connection of the owner. */
function ownerOf(url: string, options: DatabaseOptions): AsOwner {
  return async (work) => {
    const owner = openPostgis({ ...options, url })
    try {
      return await work(owner)
    } finally {
      await owner.close()
    }
  }
}

async function checkSameCity(knex: Knex, { epoch }: City): Promise<void> {
  if ((await readCity(knex))?.epoch === epoch) return
  throw new DomainError(
    'invalid-setting',
    'DATABASE_URL and MIGRATION_DATABASE_URL lead to two databases: let them differ in the role alone.',
  )
}

/** Checks an open database and adds the parts that both kinds share. */
export async function completeDatabase(
  open: OpenDatabase,
  options: DatabaseOptions,
  asOwner?: AsOwner,
): Promise<Database> {
  const { srid, log, timezone = 'Europe/Stockholm', demo = false } = options
  const foundation = { srid, timezone, demo }
  const versions = await checkServer(open.knex)
  const city = await readCity(open.knex)
  // Called because it refuses a newer schema, before anything else is read.
  await pendingMigrations(open.knex)
  if (city !== null) checkCity(city, foundation)
  log.info({ database: open.kind, ...versions, srid }, describe(open.kind, versions))
  return {
    ...open,
    repositories: createRepositories(open, versions, asOwner),
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
