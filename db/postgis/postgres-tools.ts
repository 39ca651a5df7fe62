import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { DomainError } from '../../server/engine/errors.ts'

/** Environment of PostgreSQL's own programs: path and database address. */
export interface ToolEnvironment {
  /** `PATH` of this process. */
  readonly path: string
  /** Address of the database as its owner. */
  readonly url: string
}

const INSTALL =
  'install the client programs of the server’s PostgreSQL version (on Debian: postgresql-client-17)'

/**
 * A dump of a database in PostgreSQL's custom format, of one moment, streamed. Excludes sessions and open links,
 * which grant access.
 *
 * @throws DomainError `unprocessable` when pg_dump is missing or older than the server, with what to do
 */
export async function* dumpPostgis(tools: ToolEnvironment, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const words = [
    '--format=custom',
    '--no-owner',
    '--no-privileges',
    '--lock-wait-timeout=30s',
    '--compress=6',
  ]
  const left = ['session', 'invitation'].map((table) => `--exclude-table-data=${table}`)
  const { child, ended } = start('pg_dump', [...words, ...left], tools, signal)
  child.stdin.end()
  yield* child.stdout as AsyncIterable<Uint8Array>
  await ended
}

/** Fills an empty database from such a dump: all of it, or it fails. */
export async function restorePostgis(
  tools: ToolEnvironment,
  dump: Readable,
  signal: AbortSignal,
): Promise<void> {
  const words = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction']
  const { child, ended } = start('pg_restore', [...words, '--dbname', nameOf(tools.url)], tools, signal)
  // When it ends early, its error message is more useful than the broken pipe.
  const sent = pipeline(dump, child.stdin).catch(() => {})
  await Promise.all([ended, sent])
}

/** The database that an address names. */
export function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1))
}

function start(program: string, words: readonly string[], tools: ToolEnvironment, signal: AbortSignal) {
  const child = spawn(program, words, { env: environmentOf(tools), stdio: ['pipe', 'pipe', 'pipe'], signal })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-4000)
  })
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', (error) => reject(explain(program, error)))
    child.once('close', (code) => (code === 0 ? resolve() : reject(refusal(program, said))))
  })
  ended.catch(() => {})
  return { child, ended }
}

/** The password is passed in the environment, which process lists do not show. */
function environmentOf({ path, url }: ToolEnvironment): NodeJS.ProcessEnv {
  const { hostname, port, username, password, searchParams } = new URL(url)
  const ssl = searchParams.get('sslmode')
  return {
    PATH: path,
    PGHOST: hostname.replace(/^\[|\]$/g, ''),
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: nameOf(url),
    PGCONNECT_TIMEOUT: '10',
    ...(ssl === null ? {} : { PGSSLMODE: ssl }),
  }
}

function explain(program: string, error: Error): Error {
  if ('code' in error && error.code === 'ENOENT')
    return new DomainError('unprocessable', `${program} is not on this machine: ${INSTALL}.`, {
      cause: error,
    })
  return error
}

function refusal(program: string, said: string): DomainError {
  const lines = said.trim().split('\n')
  if (/server version mismatch|unsupported version/.test(said))
    return new DomainError('unprocessable', `${program} is older than the server or the backup: ${INSTALL}.`)
  const line = lines.find((text) => /error|fatal/i.test(text)) ?? lines.at(-1) ?? 'no word why'
  return new DomainError('database-unavailable', `${program} failed: ${line}`)
}
