import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { remoteServer } from '../../../server/cli/remote-server.ts'
import { DEMO_SRID, buildDemoCity } from '../../../server/demo/city.ts'
import { demoContents, seedDemo } from '../../../server/demo/seed.ts'
import { openAccess } from '../../../server/composition/access.ts'
import { openEngine } from '../../../server/composition/engine.ts'
import { openWorkers } from '../../../server/composition/workers.ts'
import { openOperatorSocket, operatorSocketPath } from '../../../server/composition/operator-socket.ts'
import { createWebApp } from '../../../server/composition/web-app.ts'
import { storageOn } from '../../../server/composition/storage.ts'
import type { Config } from '../../../server/config/config.ts'
import type { Clock } from '../../../server/platform/clock.ts'
import { type Log, SILENT } from '../../../server/platform/log.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { createCrossOrigin } from '../../../server/platform/http/cross-origin.ts'
import { createHostCheck } from '../../../server/platform/http/host-check.ts'
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
  /** Serves the built page from dist/web. */
  readonly page?: boolean
  readonly limits?: RateLimits
  readonly log?: Log
  readonly clock?: Clock
  readonly openIdConnect?: Config['openIdConnect']
  readonly corsOrigins?: readonly string[]
  /** See `createLoopBudget`; there is always time unless given. */
  readonly hasTime?: () => boolean
  /** Whose session is lent to requests that come with no credentials; an analyst's unless given, null = nobody's. */
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
  const city = demo ? buildDemoCity({ incidents: options.demoIncidents }) : null
  const database = await kind.open({ srid })
  const { repositories } = database
  if (city !== null) await seedDemo(repositories, demoContents(city))
  const storage = storageOn(
    database,
    {
      city: { demo, url: database.url, directory: '', reportUrl: null },
      projection: createProjection(srid),
      zone: createZone(timezone),
      clock,
      log,
    },
    createImportService,
  )
  const pool = openWorkers({ workers: 1 })
  const engine = await openEngine({ pool, storage, clock, log })
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
      basemapStyleUrl: null,
      trustedProxies: [],
      securityContact: null,
      workers: 1,
    },
    storage,
    engine,
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
    /** The way of commands. */
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
