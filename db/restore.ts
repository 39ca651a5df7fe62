import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { Knex } from 'knex'
import { DomainError } from '../server/engine/errors.ts'
import { openDatabase } from './client.ts'
import { connectWhenFree } from './postgis/connect-when-free.ts'
import type { DatabaseOptions } from './client/database.ts'
import { lockDirectory } from './client/directory-lock.ts'
import { FORMER_CLUSTER } from './embedded/engine.ts'
import { createShadowDatabase } from './postgis/postgis-swap.ts'
import { restorePostgis } from './postgis/postgres-tools.ts'
import type { Repositories } from './repositories.ts'

const NO_SUCH_DATABASE = '3D000'

export interface RestoreOptions extends Pick<DatabaseOptions, 'srid' | 'timezone' | 'log'> {
  /** The dump in a backup, without the header. */
  readonly payload: Readable
  /** Whether an existing city may be replaced. */
  readonly replace: boolean
  /** Called with the restored database before it replaces the old one. */
  readonly onRestored: (repositories: Repositories) => Promise<void>
}

/** Opens, migrates and checks the restored database; throws what is wrong with it. */
async function settle(options: RestoreOptions & DatabaseOptions): Promise<void> {
  const database = await openDatabase(options)
  try {
    await database.migrate()
    await shutOut(database.knex)
    await options.onRestored(database.repositories)
  } finally {
    await database.close()
  }
}

/** Ends all sessions and links, and makes every server drop its cached principals. */
async function shutOut(knex: Knex): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx('session').delete()
    await trx('invitation').delete()
    await trx('access_change').update({ version: trx.raw('(extract(epoch FROM now()) * 1000)::bigint') })
  })
}

function isThere(what: string): DomainError {
  return new DomainError(
    'conflict',
    `${what} holds a city already: add --replace to lose it and have the backup's instead.`,
  )
}

/**
 * Fills a new database from a backup and replaces the old one atomically. Transaction ids restart there, so the feed
 * begins a new epoch.
 *
 * @param options.migrationUrl address of the owner; that of `url` when null
 */
export async function restoreToPostgis(
  options: RestoreOptions & {
    readonly url: string
    readonly migrationUrl: string | null
    readonly path: string
    readonly signal: AbortSignal
  },
): Promise<void> {
  const { url, migrationUrl, path, signal, payload, replace } = options
  const ownerUrl = migrationUrl ?? url
  if (!replace && (await holdsCity(ownerUrl))) throw isThere('The database')
  const shadow = await createShadowDatabase(ownerUrl)
  try {
    await restorePostgis({ path, url: shadow.url }, payload, signal)
    const serving = new URL(url)
    serving.pathname = new URL(shadow.url).pathname
    const owned = migrationUrl === null ? {} : { migrationUrl: shadow.url }
    await settle({ ...options, url: serving.href, migrationUrl: null, ...owned, dataDir: null })
    await shadow.swap()
  } finally {
    await shadow.discard()
  }
}

/** False for a missing database, or one without a city. */
async function holdsCity(url: string): Promise<boolean> {
  const client = await connectWhenFree(url).catch((error: unknown) => {
    if (isNoSuchDatabase(error)) return null
    throw error
  })
  if (client === null) return false
  try {
    const { rows } = await client.query("SELECT to_regclass('city') IS NOT NULL AS founded")
    return rows[0].founded
  } finally {
    await client.end()
  }
}

/** Looks for PostgreSQL's own code among the causes: the outer error's message lacks it. */
function isNoSuchDatabase(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === NO_SUCH_DATABASE) || isNoSuchDatabase(error.cause)
}

/**
 * Unpacks a backup beside the city's folder, checks it, and moves it into the city's place. It is the same cluster at
 * an earlier time, and no server follows it: its epoch continues, so that its reviews can still be recomputed.
 *
 * @param options.directory folder of the city
 */
export async function restoreToDirectory(
  options: RestoreOptions & { readonly directory: string },
): Promise<void> {
  const { directory, payload, replace } = options
  const isNew = !existsSync(directory)
  if (!isNew && !replace) throw isThere(`The folder ${directory}`)
  const staging = `${directory}.restoring`
  rmSync(staging, { recursive: true, force: true })
  const lock = isNew ? null : await lockDirectory(directory)
  try {
    mkdirSync(staging, { recursive: true, mode: 0o700 })
    const template = await buffer(payload)
    await settle({ ...options, url: null, dataDir: staging, template })
    if (isNew) renameSync(staging, directory)
    else replaceCluster(staging, directory)
  } finally {
    rmSync(staging, { recursive: true, force: true })
    lock?.release()
  }
}

/** Two renames; if the process dies between them, the next start reverts the first one: see `prepareCluster`. */
function replaceCluster(staging: string, directory: string): void {
  const cluster = join(directory, 'postgres')
  const former = join(directory, FORMER_CLUSTER)
  rmSync(former, { recursive: true, force: true })
  if (existsSync(cluster)) renameSync(cluster, former)
  renameSync(join(staging, 'postgres'), cluster)
  rmSync(former, { recursive: true, force: true })
}
