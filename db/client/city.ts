import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'
import { CLUSTER_IDENTITY, type CityFoundation, mayMigrate, mustBeOwner } from './migrate.ts'
import { renewEpoch } from './renew-epoch.ts'

/** The one row about this database. */
export interface City extends CityFoundation {
  readonly epoch: string
}

interface StoredCity extends City {
  readonly cluster: string
}

/** The stored city, or null before the first migration. */
export async function readCity(knex: Knex): Promise<StoredCity | null> {
  const { rows } = await knex.raw(
    "SELECT to_regclass('city') IS NOT NULL AS there, has_table_privilege(to_regclass('city'), 'SELECT') AS open, current_user AS role",
  )
  const { there, open, role } = rows[0] as { there: boolean; open: boolean | null; role: string }
  if (!there) return null
  if (open !== true) throw notYetServing(role)
  return (await knex<StoredCity>('city').first()) ?? null
}

function notYetServing(role: string): DomainError {
  return new DomainError(
    'database-unavailable',
    `The role ${role} may not read this database yet: set MIGRATION_DATABASE_URL to the role that owns it, and run lagesbild migrate.`,
  )
}

/**
 * Compares the settings with what the database was created with.
 *
 * @throws DomainError `invalid-setting` for another CRS or time zone, or a demo opened as a city and the reverse
 */
export function checkCity(stored: City, requested: CityFoundation): void {
  if (stored.srid !== requested.srid) {
    throw new DomainError(
      'invalid-setting',
      `CITY_CRS is ${requested.srid}, but this database was created for ${stored.srid}: set CITY_CRS=${stored.srid}, or use another database.`,
    )
  }
  if (stored.timezone !== requested.timezone) {
    throw new DomainError(
      'invalid-setting',
      `CITY_TIMEZONE is ${requested.timezone}, but this database was created for ${stored.timezone}, and every local hour in it was counted so: set CITY_TIMEZONE=${stored.timezone}, or use another database.`,
    )
  }
  if (stored.demo !== requested.demo) {
    const [is, wanted] = stored.demo ? ['the demo city', 'a real one'] : ['a real city', 'the demo']
    throw new DomainError(
      'invalid-setting',
      `This database holds ${is}, not ${wanted}: use another database.`,
    )
  }
}

/**
 * Updates the city's row; a restored dump begins a new epoch of the change feed. Leaves a read-only standby
 * unchanged.
 */
export async function settleCity(knex: Knex, requested: CityFoundation, log: Log): Promise<City> {
  const stored = await readCity(knex)
  if (stored === null) throw new DomainError('database-unavailable', 'The database has no schema yet.')
  checkCity(stored, requested)
  const { rows } = await knex.raw(
    `SELECT pg_is_in_recovery() AS standby, identity.* FROM (${CLUSTER_IDENTITY}) AS identity`,
  )
  const { cluster, standby } = rows[0] as { cluster: string; standby: boolean }
  if (standby || cluster === stored.cluster) return stored
  if (!(await mayMigrate(knex))) throw mustBeOwner('was restored or copied')
  log.warn({}, 'this database was restored or copied: the change feed begins a new epoch')
  await renewEpoch(knex, cluster)
  return settleCity(knex, requested, log)
}
