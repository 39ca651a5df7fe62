import { directSession } from './direct-session.ts'
import type { Session } from './session.ts'
import type { Config } from '../config/config.ts'
import type { Clock } from '../platform/clock.ts'
import { chooseCity } from '../config/city.ts'
import { type Engine, openEngine } from '../composition/engine.ts'
import { openLog } from '../composition/log.ts'
import { operatorSocketPath, takesCommands } from '../composition/operator-socket.ts'
import { openStorage } from '../composition/storage.ts'
import { openWorkers } from '../composition/workers.ts'
import { readPaperTemplate } from '../papers/index.ts'
import { remoteServer } from './remote-server.ts'

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
  const socketPath = chooseCity(config).url === null ? operatorSocketPath(config.dataDir) : null
  if (socketPath !== null && (await takesCommands(socketPath)))
    return { session: remoteServer(socketPath), close: async () => {} }
  const log = openLog(config.logLevel, { quiet: config.logLevel === 'info' })
  const storage = await openStorage(config, { clock, log, onStage: say })
  let pool: ReturnType<typeof openWorkers> | null = null
  let engine: Promise<Engine> | null = null
  const hasBaseMap = (config.basemapPmtiles ?? config.basemapStyleUrl) !== null
  const load = async () => {
    const paperTemplate = await readPaperTemplate(config.paperTemplatePath)
    pool = openWorkers(config)
    return openEngine({ ...config, pool, storage, clock, log, hasBaseMap, paperTemplate })
  }
  const direct = directSession({ storage, engine: () => (engine ??= load()), config })
  return {
    session: direct.session,
    async close() {
      await direct.close()
      await (await engine?.catch(() => null))?.close()
      await pool?.close()
      await storage.close()
    },
  }
}
