import type { RequestListener, Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Config } from '../config/config.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { createCrossOrigin } from '../platform/http/cross-origin.ts'
import { createHostCheck } from '../platform/http/host-check.ts'
import { createLoopBudget } from '../platform/http/loop-budget.ts'
import { openAdminPort } from './admin-port.ts'
import { createHttpServer } from './http-server.ts'
import type { Access } from './access.ts'
import { chooseCity } from '../config/city.ts'
import { createDemoCityWriter } from '../demo/demo-city.ts'
import type { Engine } from './engine.ts'
import { drain, listen } from '../platform/http/listener.ts'
import { checkListening } from '../config/listening.ts'
import { openOperatorSocket, operatorSocketPath } from './operator-socket.ts'
import { readSessionSecret } from '../config/session-secret.ts'
import { startingHandler } from '../platform/http/starting-handler.ts'
import { openStorage, type Storage } from './storage.ts'
import { openWorkers } from './workers.ts'
import { NO_BASE_MAP, openBaseMap } from '../base-map/index.ts'
import type { TilePath } from '../map-tiles/index.ts'

/** A running server. */
export interface RunningServer {
  /** Address for a browser on this machine. */
  readonly url: string
  /** Lets requests in flight finish, then closes snapshot, workers and database. */
  close(): Promise<void>
}

interface Deps {
  readonly log: Log
  readonly clock: Clock
  /** Called with progress messages. */
  readonly say: (line: string) => void
  /** Aborts the start. */
  readonly signal: AbortSignal
}

const PAGE = fileURLToPath(
  new URL(import.meta.url.endsWith('.js') ? '../../web' : '../../dist/web', import.meta.url),
)

/** The handlers that currently serve requests. */
interface Serving {
  app: RequestListener
  adminApp: RequestListener
  tilePath: TilePath
  publicPath: RequestListener | null
}

/** Binds the port first, so that a second start fails at once and a browser gets a response, then opens everything. */
export async function startServer(config: Config, deps: Deps): Promise<RunningServer> {
  const { log, say, signal } = deps
  const current: Serving = {
    app: startingHandler,
    adminApp: startingHandler,
    tilePath: () => false,
    publicPath: null,
  }
  const names = [config.host, ...(config.publicUrl === null ? [] : [new URL(config.publicUrl).hostname])]
  const server = createHttpServer({
    app: (request, response) => current.app(request, response),
    tilePath: (...request) => current.tilePath(...request),
    isOurHost: createHostCheck(names),
    crossOrigin: createCrossOrigin(config.corsOrigins),
    publicPath: () => current.publicPath,
    hasTime: createLoopBudget(() => performance.now()),
  })
  const choice = chooseCity(config)
  for (const { sv, en } of checkListening(config, choice)) for (const line of [sv, en]) say(line)
  const paperTemplate =
    config.paperTemplatePath === null
      ? null
      : await (await loadServing()).readPaperTemplate(config.paperTemplatePath)
  const baseMap = await openBaseMap(config, choice.demo, say)
  const port = await listen(server, config.host, config.port)
  const url = `http://localhost:${port}`
  const pool = openWorkers(config)
  const demoCity = createDemoCityWriter(choice, pool, say)
  const closing = new AbortController()
  const background: Promise<void>[] = []
  const servers: Server[] = [server]
  let storage: Storage | null = null
  let engine: Engine | null = null
  let access: Access | null = null
  const close = async () => {
    closing.abort()
    await Promise.all(servers.map(drain))
    await Promise.all(background)
    await access?.close()
    await engine?.close()
    await pool.close()
    await storage?.close()
    await baseMap.close()
  }
  try {
    const admin = await openAdminPort(config, (request, response) => current.adminApp(request, response))
    if (admin !== null) {
      servers.push(admin.server)
      log.info({ url: admin.url }, 'metrics and details of readiness')
    }
    const opening = openStorage(config, { ...deps, onStage: say })
    const loading = loadServing()
    storage = await opening
    signal.throwIfAborted()
    if (storage.city.demo) await demoCity.seedOnce(storage)
    signal.throwIfAborted()
    await storage.repositories.imports.sweep()
    say('Loading the city…')
    const secret = readSessionSecret(config)
    const {
      openAccess,
      openEngine,
      createWebApp,
      seedDemoCase,
      seedDemoMeetings,
      seedDemoNotices,
      seedDemoObservations,
      seedDemoPlace,
      seedDemoReport,
      seedDemoRequests,
      seedDemoReview,
      seedDemoRounds,
      seedDemoSource,
      seedDemoWalks,
      publishInBackground,
      ...first
    } = await loading
    if (storage.city.demo) await seedDemoSource(storage)
    const files = { paperTemplate, hasBaseMap: baseMap !== NO_BASE_MAP }
    engine = await openEngine({ ...deps, ...config, pool, storage, ...files })
    access = await openAccess({ storage, config, secret })
    const web = createWebApp({ config, storage, access, engine, baseMap, log, webDirectory: PAGE })
    Object.assign(current, web)
    const demo = { ...engine, ...storage }
    if (storage.city.demo) {
      await seedDemoMeetings(storage)
      await seedDemoWalks(storage)
      await seedDemoObservations(storage)
      await seedDemoNotices(storage)
      await seedDemoRequests(demo)
    }
    const oncePublic = async () => {
      await seedDemoRounds(demo)
      await seedDemoPlace(demo)
      await seedDemoReport(demo)
      await seedDemoCase(demo)
      await seedDemoReview(demo)
    }
    background.push(publishInBackground({ ...engine, storage, signal: closing.signal, oncePublic }))
    if (storage.city.url === null) {
      const operators = await takeCommands(config, web.operatorApp, { say, host: new URL(url).host })
      if (operators !== null) servers.push(operators)
    }
    const baseUrl = config.publicUrl?.replace(/\/+$/, '') ?? url
    const link = await first.firstAdministratorLink(storage, baseUrl)
    if (link !== null) say(first.firstLinkMessage(link))
    return { url, close }
  } catch (error) {
    await close()
    if (signal.aborted) return { url, close: async () => {} }
    throw error
  }
}

/** The listener of the operator's socket; null where its path would be too long, which is not fatal. */
async function takeCommands(
  { dataDir }: Pick<Config, 'dataDir'>,
  app: RequestListener,
  { say, host }: { readonly say: Deps['say']; readonly host: string },
): Promise<Server | null> {
  const path = operatorSocketPath(dataDir)
  if (path !== null) return openOperatorSocket(path, app, host)
  say(
    'The path of DATA_DIR is too long for a socket: lagesbild commands work only while this server is stopped.',
  )
  return null
}

/** Most of the server's code: loaded while the database opens. */
function loadServing() {
  const loading = import('./serving.ts')
  // Reported where it is awaited; handled here in case the start fails before.
  loading.catch(() => {})
  return loading
}
