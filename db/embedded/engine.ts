import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'
import { EngineStream } from './engine-stream.ts'
import { startEngineThread, type EngineThread } from './engine-thread.ts'
import type { StartStage } from '../client/database.ts'

/** The embedded PostgreSQL: started on first use, and again after it was stopped or died. */
export interface Engine {
  /** Resolves once the engine is ready. */
  start(): Promise<void>
  /** A stream that speaks PostgreSQL's protocol with the engine. There is one session: hold one stream at a time. */
  open(): Promise<EngineStream>
  /** Stops the engine in the middle of whatever it does. Committed rows survive; the next `open` starts it again. */
  stop(): Promise<void>
  /** The whole cluster as a gzipped tar, taken between two statements. */
  dump(): Promise<Uint8Array>
  /** Shuts the engine down in order and for good. */
  close(): Promise<void>
}

export interface EngineOptions {
  /** Directory for the cluster and its mark; null keeps everything in memory. */
  readonly directory: string | null
  readonly template?: Uint8Array | null
  /** Cache folder that speeds up a start; default `directory`. */
  readonly cacheDirectory?: string
  readonly onStage?: (stage: StartStage) => void
  readonly log: Log
}

/** @throws DomainError `database-unavailable` from `open` when the cluster cannot be opened or after `close` */
export function createEngine(options: EngineOptions): Engine {
  const { directory, template = null, cacheDirectory = directory, onStage = () => {}, log } = options
  let starting: Promise<EngineThread> | null = null
  let closed = false

  async function start(): Promise<EngineThread> {
    const cluster = directory === null ? null : prepareCluster(directory)
    const first = cluster === null || cluster.isNew
    const thread = await startEngineThread(
      { directory: cluster?.path ?? null, template: first ? template : null, cacheDirectory },
      onStage,
    )
    cluster?.finished()
    void thread.ended.then((reason) => {
      starting = null
      if (!closed)
        log.warn({ reason: reason.message }, 'the embedded database ended; it is opened again when needed')
    })
    return thread
  }

  function running(): Promise<EngineThread> {
    if (closed) return Promise.reject(new DomainError('database-unavailable', 'The database is closed.'))
    starting ??= start().catch((error: unknown) => {
      starting = null
      throw error
    })
    return starting
  }

  return {
    start: async () => void (await running()),
    open: async () => new EngineStream(await running()),
    stop: async () => (await starting)?.terminate(),
    dump: async () => {
      const parts: Uint8Array[] = []
      await (await running()).request({ kind: 'dump' }, (part) => parts.push(part))
      return Buffer.concat(parts)
    },
    close: async () => {
      closed = true
      const thread = await starting?.catch(() => null)
      await thread?.request({ kind: 'close' }).catch(() => {})
      await thread?.terminate()
    },
  }
}

/** Name of the former cluster within its directory during a replacement. */
export const FORMER_CLUSTER = 'postgres.replaced'

/**
 * An interrupted first start leaves a marker: its cluster is deleted and made again. An interrupted replacement
 * leaves the former cluster, which is restored unless the new one is in place.
 */
function prepareCluster(directory: string): { path: string; isNew: boolean; finished(): void } {
  const path = join(directory, 'postgres')
  const former = join(directory, FORMER_CLUSTER)
  if (existsSync(former) && !existsSync(path)) renameSync(former, path)
  else rmSync(former, { recursive: true, force: true })
  const mark = join(directory, 'postgres.unfinished')
  if (existsSync(mark)) rmSync(path, { recursive: true, force: true })
  const isNew = !existsSync(path)
  if (!isNew) removeTemporaryFiles(path)
  if (isNew) {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(mark, 'The first start of this database has not finished.\n')
  }
  return { path, isNew, finished: () => rmSync(mark, { force: true }) }
}

/**
 * Files of temporary tables that a killed process left behind, with the rows of a file in them: a PostgreSQL server removes
 * them when it starts, the embedded one does not.
 */
function removeTemporaryFiles(cluster: string): void {
  const base = join(cluster, 'base')
  if (!existsSync(base)) return
  for (const database of readdirSync(base)) {
    for (const name of readdirSync(join(base, database)))
      if (/^t\d+_\d+/.test(name)) rmSync(join(base, database, name), { force: true })
  }
}
