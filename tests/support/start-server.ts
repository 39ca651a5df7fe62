import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { DEMO_SRID, buildDemoCity } from '../../server/demo/city.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { openEngine } from '../../server/composition/engine.ts'
import { openWorkers } from '../../server/composition/workers.ts'
import { createWebApp } from '../../server/composition/web-app.ts'
import type { Storage } from '../../server/composition/storage.ts'
import { SILENT } from '../../server/domain/log.ts'
import { createZone } from '../../server/domain/zone.ts'
import { createHostCheck } from '../../server/http/host-check.ts'
import type { RateLimits } from '../../server/http/rate-limit.ts'
import { createHttpServer } from '../../server/http/server.ts'
import { createImportService } from '../../server/services/import/import-service.ts'
import { createProjection } from '../../server/snapshot/projection.ts'
import { type DatabaseUnderTest, databasesUnderTest } from './databases.ts'

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
}

const UNLIMITED: RateLimits = { perMinute: 1e9, heavyPerMinute: 1e9 }

/** The whole product on 127.0.0.1 and a free port: real services on a real, fresh database. */
export async function startTestServer(options: TestServerOptions = {}) {
  const { database: kind = databasesUnderTest[0]!, srid = DEMO_SRID, timezone = 'Europe/Stockholm' } = options
  const clock = { nowMs: () => Date.now() }
  const log = SILENT
  const demo = options.demoIncidents !== undefined
  const database = await kind.open({ srid })
  const { repositories } = database
  if (demo) await seedDemo(repositories, buildDemoCity({ incidents: options.demoIncidents }))
  const projection = createProjection(srid)
  const zone = createZone(timezone)
  const embedded = database.kind === 'embedded'
  const { imports, sources, features } = repositories
  const storage: Storage = {
    city: { demo, url: database.url, directory: '' },
    repositories,
    projection,
    zone,
    clock,
    log,
    imports: createImportService({
      imports,
      sources,
      features,
      projection,
      zone,
      clock,
      log,
      embedded,
      demo,
    }),
    close: () => database.close(),
  }
  const pool = openWorkers({ workers: 1 })
  const engine = await openEngine({ pool, storage, clock, log })
  const { app, tilePath, metrics } = createWebApp({
    config: {
      publicUrl: null,
      basemapStyleUrl: null,
      trustedProxies: [],
      securityContact: null,
      workers: 1,
    },
    storage,
    engine,
    log,
    webDirectory: options.page === true ? join(import.meta.dirname, '../../dist/web') : null,
    limits: options.limits ?? UNLIMITED,
  })
  const isOurHost = createHostCheck([])
  const server = createHttpServer({
    app,
    tilePath,
    isOurHost,
    onTile: () => metrics.tile(),
    hasTime: () => true,
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    app,
    database,
    storage,
    engine,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await engine.close()
      await pool.close()
      await storage.close()
    },
  }
}

export type TestServer = Awaited<ReturnType<typeof startTestServer>>
