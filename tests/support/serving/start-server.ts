import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { remoteServer } from '../../../server/cli/remote-server.ts'
import { DEMO_SRID } from '../../../server/demo/city.ts'
import { sharedDemoCity } from '../cities/demo-city.ts'
import { demoContents, seedDemo } from '../../../server/demo/seed.ts'
import { NO_BASE_MAP, type OpenBaseMap } from '../../../server/base-map/index.ts'
import { openAccess } from '../../../server/composition/access.ts'
import { openEngine } from '../../../server/composition/engine.ts'
import { sharedWorkers } from '../shared-workers.ts'
import { openOperatorSocket, operatorSocketPath } from '../../../server/composition/operator-socket.ts'
import { createWebApp } from '../../../server/composition/web-app.ts'
import { storageOn } from '../../../server/composition/storage.ts'
import type { Config } from '../../../server/config/config.ts'
import type { Clock } from '../../../server/platform/clock.ts'
import { type Log, SILENT } from '../../../server/platform/log.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { createCrossOrigin } from '../../../server/platform/http/cross-origin.ts'
import { createHostCheck } from '../../../server/platform/http/host-check.ts'
import type { PaperTemplate } from '../../../server/papers/index.ts'
import type { RateLimits } from '../../../server/platform/http/rate-limit.ts'
import { createImportService } from '../../../server/import/import-service.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { createApiClient } from './api-client.ts'
import { listenBefore } from './listen.ts'
import { type DatabaseUnderTest, databasesUnderTest } from '../databases.ts'
import { createTestPeople, lend, type SignedInAs } from './sign-in.ts'

export interface TestServerOptions {
  /** Which database; the embedded one unless given. */
  readonly database?: DatabaseUnderTest
  readonly srid?: number
  readonly timezone?: string
  /** Seeds Exempelstad with this many incidents and marks the city as the demo. */
  readonly demoIncidents?: number
  /** Seeds the town of Exempelstad with this many incidents as a writable city. */
  readonly townIncidents?: number
  /** Serves the built page from dist/web. */
  readonly page?: boolean
  readonly limits?: RateLimits
  readonly log?: Log
  readonly clock?: Clock
  readonly openIdConnect?: Config['openIdConnect']
  readonly corsOrigins?: readonly string[]
  readonly embedOrigins?: readonly string[]
  readonly cityName?: string
  readonly baseMap?: OpenBaseMap
  readonly mail?: Config['mail']
  readonly paperTemplate?: PaperTemplate
  readonly publicUrl?: string
  /** See `createLoopBudget`; default unlimited. */
  readonly hasTime?: () => boolean
  /** Role whose session is added to requests without credentials; default analyst, null = none. */
  readonly signIn?: Exclude<SignedInAs, 'public'> | null
}

const TEST_SECRET = 'a secret of tests, as long as a secret must be'
const UNLIMITED: RateLimits = { perMinute: 1e9, heavyPerMinute: 1e9 }

/** The whole product on 127.0.0.1 and a free port: real services on a real, fresh database. */
export async function startTestServer(options: TestServerOptions = {}) {
  const { database: kind = databasesUnderTest[0]!, srid = DEMO_SRID, timezone = 'Europe/Stockholm' } = options
  const clock = options.clock ?? { nowMs: () => Date.now() }
  const log = options.log ?? SILENT
  const demo = options.demoIncidents !== undefined
  const incidents = options.demoIncidents ?? options.townIncidents
  // Before anything connects, because it blocks this thread longer than a connection's timeout.
  const city = incidents === undefined ? null : sharedDemoCity(incidents)
  const database = await kind.open({ srid })
  const { repositories } = database
  if (city !== null) await seedDemo(repositories, demoContents(city))
  const storage = storageOn(
    database,
    {
      city: {
        demo,
        name: options.cityName ?? null,
        url: database.url,
        directory: '',
        reportUrl: null,
        observationErasure: null,
      },
      projection: createProjection(srid),
      zone: createZone(timezone),
      clock,
      log,
    },
    createImportService,
  )
  const pool = sharedWorkers()
  const engine = await openEngine({
    ...options,
    pool,
    storage,
    clock,
    log,
    hasBaseMap: options.baseMap !== undefined,
  })
  const access = await openAccess({
    storage,
    config: { publicUrl: null, openIdConnect: options.openIdConnect ?? null },
    secret: TEST_SECRET,
  })
  const people = createTestPeople({ access, people: repositories.people, nowMs: clock.nowMs })
  const { signIn = 'analyst' } = options
  const lent = signIn === null ? null : await people.credentials(signIn)
  const { app, operatorApp, adminApp, tilePath, publicPath } = createWebApp({
    access,
    config: {
      publicUrl: null,
      corsOrigins: options.corsOrigins ?? [],
      embedOrigins: options.embedOrigins ?? [],
      trustedProxies: [],
      securityContact: null,
      workers: 1,
    },
    storage,
    engine,
    baseMap: options.baseMap ?? NO_BASE_MAP,
    log,
    webDirectory: options.page === true ? join(import.meta.dirname, '../../../dist/web') : null,
    limits: options.limits ?? UNLIMITED,
  })
  const isNamed = createHostCheck([])
  const isOurHost: typeof isNamed = (request) => {
    if (lent !== null) lend(request, lent)
    return isNamed(request)
  }
  const { hasTime = () => true } = options
  const fastPaths = { tilePath, publicPath: () => publicPath }
  const crossOrigin = createCrossOrigin(options.corsOrigins ?? [])
  const { port, url, close } = await listenBefore(app, { ...fastPaths, crossOrigin, isOurHost, hasTime })
  const directory = mkdtempSync(join(tmpdir(), 'lagesbild-operator-'))
  const socketPath = operatorSocketPath(directory)!
  const commands = await openOperatorSocket(socketPath, operatorApp, new URL(url).host)
  return {
    url,
    port,
    app,
    adminApp,
    /** The operator's connection, as commands use it. */
    operator: remoteServer(socketPath),
    database,
    storage,
    engine,
    access,
    people,
    /** A client with the credentials of an account of a role; `public` = with none. */
    as: async (role: SignedInAs) => createApiClient(url, await people.credentials(role)),
    close: async () => {
      await close()
      commands.close()
      rmSync(directory, { recursive: true })
      await access.close()
      await engine.close()
      await pool.close()
      await storage.close()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>
