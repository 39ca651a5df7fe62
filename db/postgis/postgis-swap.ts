import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { DomainError } from '../../server/engine/errors.ts'
import { connectWhenFree } from './connect-when-free.ts'
import { nameOf } from './postgres-tools.ts'

/** An empty database beside an existing one, to be filled and then to replace it. */
export interface ShadowDatabase {
  /** Address of the new database. */
  readonly url: string
  /**
   * Replaces the other database, which is dropped: in one transaction, so that a database of that name exists at
   * every moment. Connections to the old one are closed, and reach the new one when reopened.
   */
  swap(): Promise<void>
  /** Drops it, unless it has been swapped. */
  discard(): Promise<void>
}

/** @throws DomainError `forbidden` when the role may not create databases */
export async function createShadowDatabase(url: string): Promise<ShadowDatabase> {
  const target = nameOf(url)
  const mark = randomBytes(4).toString('hex')
  const fresh = `${target.slice(0, 40)}_restoring_${mark}`
  const former = `${target.slice(0, 40)}_replaced_${mark}`
  await onServer(url, async (client) => {
    const { rows } = await client.query(
      'SELECT rolsuper OR rolcreatedb AS may FROM pg_roles WHERE rolname = current_user',
    )
    if (!rows[0].may) {
      throw new DomainError(
        'forbidden',
        'A backup is restored into a new database, which then takes the place of the old one: let the role of MIGRATION_DATABASE_URL create databases (ALTER ROLE … CREATEDB).',
      )
    }
    await client.query(`CREATE DATABASE ${quoted(fresh)} TEMPLATE template0 ENCODING 'UTF8'`)
  })
  let swapped = false
  return {
    url: withName(url, fresh),
    async swap() {
      await onServer(url, (client) => exchange(client, target, fresh, former))
      swapped = true
      await onServer(url, (client) => drop(client, former))
    },
    async discard() {
      if (swapped) return
      await onServer(url, (client) => drop(client, fresh))
    },
  }
}

/** Leaves out autovacuum, which yields to renaming and dropping by itself, and which not every role may end. */
const CUT_OFF_SQL = `
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = ANY ($1) AND backend_type <> 'autovacuum worker'`

/** Attempts at renaming: a client may reconnect between being disconnected and the renaming. */
const TRIES = 20

async function exchange(client: pg.Client, target: string, fresh: string, former: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [target])
  if (rowCount === 0) {
    await client.query(`ALTER DATABASE ${quoted(fresh)} RENAME TO ${quoted(target)}`)
    return
  }
  await client.query(`ALTER DATABASE ${quoted(target)} ALLOW_CONNECTIONS false`)
  try {
    for (let attempt = 1; ; attempt++) {
      await client.query(CUT_OFF_SQL, [[target, fresh]])
      const failure = await renameBoth(client, target, fresh, former).then(
        () => null,
        (error: unknown) => error,
      )
      if (failure === null) return
      if (attempt === TRIES) throw failure
    }
  } catch (error) {
    await client.query(`ALTER DATABASE ${quoted(target)} ALLOW_CONNECTIONS true`)
    throw error
  }
}

/** Not `WITH (FORCE)`, which fails for a role that may not end an autovacuum; a plain drop ends that. */
async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(CUT_OFF_SQL, [[name]])
  await client.query(`DROP DATABASE IF EXISTS ${quoted(name)}`)
}

async function renameBoth(client: pg.Client, target: string, fresh: string, former: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(`ALTER DATABASE ${quoted(target)} RENAME TO ${quoted(former)}`)
    await client.query(`ALTER DATABASE ${quoted(fresh)} RENAME TO ${quoted(target)}`)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** Runs work on the server's maintenance database, because a database cannot be renamed from a connection to it. */
async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connectWhenFree(withName(url, 'postgres'))
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withName(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(name)}`
  return other.href
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
