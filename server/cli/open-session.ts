import type { Session } from './session.ts'
import type { Config } from '../config/config.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError } from '../engine/errors.ts'
import { chooseCity } from '../config/city.ts'
import { type Engine, openEngine } from '../composition/engine.ts'
import { openLog } from '../composition/log.ts'
import { readServerFile } from '../composition/server-file.ts'
import { openStorage } from '../composition/storage.ts'
import { openWorkers } from '../composition/workers.ts'

/** What a command works through, and the way to let go of it. */
export interface OpenSession {
  readonly session: Session
  close(): Promise<void>
}

/**
 * The way to the data for a command: the running server when it holds the embedded database, so that nobody has to
 * stop anything; else the database itself.
 *
 * @param say is told in words what opening does
 */
export async function openSession(
  config: Config,
  clock: Clock,
  say: (line: string) => void,
): Promise<OpenSession> {
  const server = chooseCity(config).url === null ? readServerFile(config.dataDir) : null
  if (server !== null && (await lives(server.url))) return { session: remote(server), close: async () => {} }
  const log = openLog(config.logLevel, { quiet: config.logLevel === 'info' })
  const storage = await openStorage(config, { clock, log, onStage: say })
  let pool: ReturnType<typeof openWorkers> | null = null
  let engine: Promise<Engine> | null = null
  const load = () => openEngine({ ...config, pool: (pool = openWorkers(config)), storage, clock, log })
  return {
    session: {
      kind: 'direct',
      storage,
      engine: () => (engine ??= load()),
    },
    async close() {
      await (await engine?.catch(() => null))?.close()
      await pool?.close()
      await storage.close()
    },
  }
}

/** False when the file was left behind by a process that was killed, and its number now belongs to another. */
function lives(url: string): Promise<boolean> {
  return fetch(new URL('/healthz', url)).then(
    ({ ok }) => ok,
    () => false,
  )
}

function remote({ url, token }: { readonly url: string; readonly token: string }): Session {
  return {
    kind: 'remote',
    url,
    async request(path, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${token}`)
      try {
        return await fetch(new URL(path, url), { ...init, headers })
      } catch (error) {
        throw init.signal?.aborted === true ? error : brokenOff(url, error as Error)
      }
    },
  }
}

/** `fetch` says no more than that it failed; why lies in its cause. */
function brokenOff(url: string, { cause }: { readonly cause?: unknown } = {}): DomainError {
  const detail = `The server at ${url} ended before it answered; the same command may be given again.`
  return new DomainError('database-unavailable', detail, { cause })
}
