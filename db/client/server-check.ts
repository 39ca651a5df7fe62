import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import { within } from './statement-class.ts'

const MIN_POSTGRES = 14
const MIN_POSTGIS = [3, 1] as const

/** Versions reported by the server. */
export interface ServerVersions {
  /** PostgreSQL's version as it prints it, for example `15.18`. */
  readonly version: string
  /** PostGIS's version, of the extension when installed, else of the one that could be. */
  readonly postgis: string
}

/**
 * Reads and checks the server's versions.
 *
 * @throws DomainError `database-unavailable`: unreachable, older than PostgreSQL 14 or PostGIS 3.1, or without
 * PostGIS
 */
export async function checkServer(knex: Knex): Promise<ServerVersions> {
  const { rows } = await within(
    'quick',
    knex.raw(`
SELECT current_setting('server_version') AS version,
  current_setting('server_version_num')::int AS number,
  (SELECT coalesce(installed_version, default_version) FROM pg_available_extensions WHERE name = 'postgis') AS postgis`),
  )
  return checkVersions(rows[0] as Parameters<typeof checkVersions>[0])
}

/**
 * Checks versions: see `checkServer`.
 *
 * @param server.number `server_version_num`, for example 150018
 */
export function checkVersions(server: {
  readonly version: string
  readonly number: number
  readonly postgis: string | null
}): ServerVersions {
  const { version, number, postgis } = server
  if (number < MIN_POSTGRES * 10_000) {
    throw refused(`The database is PostgreSQL ${version}; version ${MIN_POSTGRES} or later is needed.`)
  }
  if (postgis === null) {
    throw refused('The database has no PostGIS: install the PostGIS packages on its server.')
  }
  if (isOlder(postgis, MIN_POSTGIS)) {
    throw refused(`The database has PostGIS ${postgis}; version ${MIN_POSTGIS.join('.')} or later is needed.`)
  }
  return { version: version.split(' ')[0]!, postgis }
}

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = 0, ownMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10))
  return ownMajor < major || (ownMajor === major && ownMinor < minor)
}

function refused(message: string): DomainError {
  return new DomainError('database-unavailable', message)
}
