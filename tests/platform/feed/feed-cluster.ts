import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)
const INSTALLATIONS = '/usr/lib/postgresql'
const DEADLINE_MS = 60_000

/** The newest PostgreSQL on this machine that has the programs which a standby needs; null without one. */
export function postgresPrograms(): string | null {
  const versions = existsSync(INSTALLATIONS) ? readdirSync(INSTALLATIONS) : []
  const folders = versions.toSorted((a, b) => Number(b) - Number(a)).map((v) => join(INSTALLATIONS, v, 'bin'))
  const complete = (folder: string) =>
    ['initdb', 'postgres', 'pg_basebackup'].every((name) => existsSync(join(folder, name)))
  return folders.find(complete) ?? null
}

/** A PostgreSQL server of the test's own. */
export interface Server {
  readonly url: string
  /** In order, or, with SIGQUIT, as if it had crashed. */
  stop(signal?: 'SIGINT' | 'SIGQUIT'): Promise<void>
}

/** A primary and a standby that follows it by streaming, in a temporary folder. */
export interface Cluster {
  readonly primary: Server
  readonly standby: Server
  /** Resolves when the standby has replayed all that the primary has written. */
  caughtUp(): Promise<void>
  close(): Promise<void>
}

/** PostgreSQL refuses to run as root: there it runs as the user that Debian made for it. */
export async function account(): Promise<{ uid: number; gid: number } | object> {
  if (process.getuid?.() !== 0) return {}
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, 'postgres'])))
  return { uid: Number(uid!.stdout), gid: Number(gid!.stdout) }
}

/** Starts a primary, takes a base backup and starts the standby from it. */
export async function startCluster(programs: string): Promise<Cluster> {
  const user = await account()
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-cluster-'))
  if ('uid' in user) chownSync(folder, user.uid, user.gid)
  const data = { primary: join(folder, 'primary'), standby: join(folder, 'standby') }
  const options = { ...user, cwd: folder }
  await initCluster(programs, data.primary, options)

  const primary = await startServer(programs, data.primary, folder, options)
  mkdirSync(data.standby, { mode: 0o700 })
  if ('uid' in user) chownSync(data.standby, user.uid, user.gid)
  await run(
    join(programs, 'pg_basebackup'),
    ['-D', data.standby, '-d', primary.url, '-X', 'stream', '-R', '-c', 'fast'],
    options,
  )
  const standby = await startServer(programs, data.standby, folder, options)
  return {
    primary,
    standby,
    async caughtUp() {
      const [{ lsn }] = await request<{ lsn: string }>(
        primary.url,
        'SELECT pg_current_wal_lsn()::text AS lsn',
      )
      await until(async () => {
        const [{ done }] = await request<{ done: boolean }>(
          standby.url,
          `SELECT pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn AS done`,
        )
        return done
      })
    },
    async close() {
      await standby.stop()
      await primary.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Lays a cluster out in a folder: small, quick, and open to its superuser `test`; `settings` are lines of its configuration. */
export async function initCluster(
  programs: string,
  data: string,
  options: object,
  settings: readonly string[] = [],
): Promise<void> {
  await run(join(programs, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '-N'], options)
  const lines = ['fsync = off', "shared_buffers = '32MB'", ...settings, '']
  appendFileSync(join(data, 'postgresql.conf'), lines.join('\n'))
}

/** @param port that of an earlier start, for a restart; a free one when left out */
export async function startServer(
  programs: string,
  data: string,
  sockets: string,
  options: object,
  port?: number,
): Promise<Server> {
  port ??= await freePort()
  const settings = ['-p', String(port), '-k', sockets, '-h', '127.0.0.1']
  const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...options, stdio: 'ignore' })
  const abandon = () => void child.kill('SIGQUIT')
  process.once('exit', abandon)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(() => process.off('exit', abandon))
  const url = `postgres://test@127.0.0.1:${port}/postgres`
  await until(() => answers(url, child))
  return {
    url,
    async stop(signal = 'SIGINT') {
      child.kill(signal)
      await ended
    },
  }
}

async function answers(url: string, child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}.`)
  return request(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
}

async function request<T>(url: string, sql: string): Promise<[T]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows as [T]
  } finally {
    await client.end()
  }
}

export async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + DEADLINE_MS
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error('PostgreSQL took too long.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Ports that no system hands out by itself, so that nobody takes one between two starts of a server. */
const PORTS = { first: 20_000, count: 10_000 } as const
let tried = 0

/** A port that is free, and stays so: processes begin to look in places of their own. */
async function freePort(): Promise<number> {
  while (tried < PORTS.count) {
    const port = PORTS.first + ((process.pid * 31 + tried++) % PORTS.count)
    if (await isFree(port)) return port
  }
  throw new Error('No port is free.')
}

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
