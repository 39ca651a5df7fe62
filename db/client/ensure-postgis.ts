import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'

const INSUFFICIENT_PRIVILEGE = '42501'

/**
 * Adds PostGIS to the database where it is not there yet.
 *
 * PostgreSQL allows that to superusers, and some providers to a role of theirs, so the only test is to try.
 *
 * @throws DomainError `database-unavailable` with the statement to run when somebody else must do it
 */
export async function ensurePostgis(trx: Knex.Transaction): Promise<void> {
  try {
    await trx.raw('CREATE EXTENSION IF NOT EXISTS postgis')
  } catch (error) {
    if ((error as { code?: unknown }).code !== INSUFFICIENT_PRIVILEGE) throw error
    throw new DomainError(
      'database-unavailable',
      'The database has no PostGIS yet, and this role may not add it: have a database administrator run CREATE EXTENSION postgis in it, once.',
      { cause: error },
    )
  }
}
