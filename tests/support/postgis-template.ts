import pg from 'pg'
import { openDatabase, type Database } from '../../db/client.ts'
import { SILENT } from '../../server/platform/log.ts'
import { schemaFingerprint } from './schema-fingerprint.ts'

/** Key of the lock under which one process at a time builds a template. */
const TEMPLATE_LOCK = 7_311_204

/** The serving role of the tests, without ownership or DDL. */
const SERVING_ROLE = 'lagesbild_test_serving'
const SERVING_PASSWORD = 'serving'

let clones = 0

/** A database of the test's own, open as both roles. */
export interface PostgisClone {
  /** As the role that the product serves with. */
  readonly serving: Database
  /** As the owner of the schema. */
  readonly owner: Database
  readonly servingUrl: string
  readonly ownerUrl: string
  /** Removes the database. */
  drop(): Promise<void>
}

/** A fresh database cloned from a migrated template on the server. */
export async function clonePostgis(serverUrl: string, srid: number): Promise<PostgisClone> {
  const template = await postgisTemplate(serverUrl, srid)
  const name = `lagesbild_test_${process.pid}_${++clones}`
  await onServer(serverUrl, (client) =>
    onceFree(() => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)),
  )
  const ownerUrl = databaseUrl(serverUrl, name)
  const servingUrl = servingUrlOf(ownerUrl)
  const [serving, owner] = await Promise.all(
    [servingUrl, ownerUrl].map((url) => openDatabase({ url, dataDir: null, srid, log: SILENT })),
  )
  const drop = () =>
    onServer(serverUrl, (client) =>
      onceFree(() => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
    )
  return { serving: serving!, owner: owner!, servingUrl, ownerUrl, drop: async () => void (await drop()) }
}

/** The address of the same database for the serving role. */
export function servingUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = SERVING_ROLE
  url.password = SERVING_PASSWORD
  return url.href
}

async function postgisTemplate(serverUrl: string, srid: number): Promise<string> {
  const name = `lagesbild_template_${srid}_${schemaFingerprint(srid)}`
  await onServer(serverUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK])
    const { rows } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rows.length > 0) return
    const draft = `${name}_draft`
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${draft}`)
    const migrationUrl = databaseUrl(serverUrl, draft)
    const url = servingUrlOf(migrationUrl)
    const database = await openDatabase({ url, migrationUrl, dataDir: null, srid, log: SILENT })
    await database.close()
    await onceFree(() => client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`))
  })
  return name
}

/** Drops the databases that test runs of dead processes left on the server. */
export async function dropAbandonedClones(serverUrl: string): Promise<void> {
  await onServer(serverUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT datname FROM pg_database WHERE datname LIKE 'lagesbild_test_%'",
    )
    for (const { datname } of rows) {
      if (!isAlive(Number(datname.split('_')[2]))) {
        await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
      }
    }
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const IN_USE = '55006'
const TRIES = 12

/**
 * Retries work that needs a database without connections. The server waits five seconds for closing connections and
 * autovacuum; on a busy machine they may take longer.
 */
async function onceFree<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if ((error as { code?: string }).code !== IN_USE || attempt === TRIES) throw error
    }
  }
}

async function onServer<T>(serverUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}
