import type { Knex } from 'knex'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'
import { ensurePostgis } from './ensure-postgis.ts'
import { MIGRATIONS } from '../migrations/all.ts'
import type { Migration } from '../migrations/migration.ts'
import { within } from './statement-class.ts'

/** Key of the advisory lock that lets one process migrate at a time: "lage" in ASCII. */
const MIGRATION_LOCK = 0x6c616765

const CREATE_LEDGER = `
CREATE TABLE IF NOT EXISTS schema_migration (
  name text PRIMARY KEY,
  applied_at timestamptz NOT NULL DEFAULT now()
)`

/** What is fixed when a city's database is created. */
export interface CityFoundation {
  readonly srid: number
  readonly timezone: string
  readonly demo: boolean
}

/**
 * Brings the schema up to date: all pending migrations in one transaction, or none. Safe to run from several
 * processes at once; does not write when there is nothing to do, so it passes on a read-only standby.
 *
 * @returns the names of the migrations that ran
 * @throws DomainError `database-unavailable` when migrations are pending on a standby, and for a newer schema
 */
export async function migrate(
  knex: Knex,
  city: CityFoundation,
  log: Log,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  const before = await pendingMigrations(knex, migrations)
  if (before.length === 0) return []
  if (await isStandby(knex)) {
    throw new DomainError(
      'database-unavailable',
      'The database is a read-only standby with an older schema: start the server on the primary first.',
    )
  }
  if (!(await mayMigrate(knex))) throw mustBeOwner('has an older schema than this version')
  return knex.transaction(async (trx) => {
    await within('migration', trx.raw('SELECT pg_advisory_xact_lock(?)', [MIGRATION_LOCK]))
    await ensurePostgis(trx)
    await trx.raw(CREATE_LEDGER)
    const pending = await pendingMigrations(trx, migrations)
    for (const { name, sql } of pending) {
      await within('migration', trx.raw(escapePlaceholders(sql(city))))
      await trx('schema_migration').insert({ name })
      log.info({ migration: name }, 'migrated')
    }
    await fillCategories(trx)
    await foundCity(trx, city)
    return pending.map(({ name }) => name)
  })
}

/**
 * The migrations that the database has not seen, in order.
 *
 * @throws DomainError `database-unavailable` when an unknown migration has run: the schema is of a newer version,
 * which this one would misread
 */
export async function pendingMigrations(
  knex: Knex,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<readonly Migration[]> {
  const ledger = await knex.raw("SELECT to_regclass('schema_migration') IS NOT NULL AS there")
  if (!ledger.rows[0].there) return migrations
  const applied = new Set<string>(await knex('schema_migration').orderBy('name').pluck('name'))
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied].findLast((name) => !known.has(name))
  if (unknown !== undefined) {
    throw new DomainError(
      'database-unavailable',
      `The database has a newer schema than this version knows (${unknown}): install the version that made it, or a later one.`,
    )
  }
  return migrations.filter(({ name }) => !applied.has(name))
}

/** Whether the current role owns the schema, or may create it where there is none. */
export async function mayMigrate(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw(`
SELECT coalesce(
  (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = to_regclass('city')),
  has_schema_privilege('public', 'CREATE')) AS may`)
  return rows[0].may
}

/** @param why completes "The database …" */
export function mustBeOwner(why: string): DomainError {
  return new DomainError(
    'database-unavailable',
    `The database ${why}, and this role may not change it: set MIGRATION_DATABASE_URL to the role that owns it, and run lagesbild migrate.`,
  )
}

async function isStandby(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw('SELECT pg_is_in_recovery() AS standby')
  return rows[0].standby
}

/** knex takes every ? for a bound value. */
function escapePlaceholders(sql: string): string {
  return sql.replaceAll('?', '\\?')
}

async function fillCategories(trx: Knex.Transaction): Promise<void> {
  const rows = CATEGORIES.map(({ code, group, sensitive }, index) => ({
    index,
    code,
    category_group: group,
    sensitive,
  }))
  await trx('category').insert(rows).onConflict('index').merge()
}

async function foundCity(trx: Knex.Transaction, { srid, timezone, demo }: CityFoundation): Promise<void> {
  const { rows } = await trx.raw(CLUSTER_IDENTITY)
  await trx('city').insert({ srid, timezone, demo, cluster: rows[0].cluster }).onConflict().ignore()
}

/** Identity of cluster and database, within which transaction ids count. */
export const CLUSTER_IDENTITY = `
SELECT s.system_identifier || '/' || d.oid AS cluster
FROM pg_control_system() AS s, pg_database AS d
WHERE d.datname = current_database()`
