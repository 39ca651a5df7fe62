import { PATHS, routesOf } from '../app.ts'
import { createSubjectOf } from '../platform/audit/audit-subject.ts'
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config/config.ts'
import type { Log } from '../platform/log.ts'
import { admissionFor } from '../platform/http/admission.ts'
import { createApp } from '../platform/http/app.ts'
import { createCallAudit } from '../platform/audit/audited.ts'
import { createMetrics } from '../platform/http/metrics.ts'
import { DEFAULT_LIMITS, type RateLimits } from '../platform/http/rate-limit.ts'
import { createTrailReader } from '../platform/audit/read-trail.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import type { Access } from './access.ts'
import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'
import { createPublicPath } from '../platform/http/public/public-path.ts'
import { createTilePath } from '../map-tiles/index.ts'
import { createSurveyService } from '../surveys/index.ts'
import { createBackupSource, createPurger, createReadiness } from '../operations/index.ts'
import { REVIEW_PAGES } from '../reviews/index.ts'

interface Deps {
  readonly config: Pick<
    Config,
    'publicUrl' | 'basemapStyleUrl' | 'trustedProxies' | 'securityContact' | 'workers'
  >
  readonly storage: Storage
  readonly access: Access
  readonly engine: Engine
  readonly log: Log
  readonly webDirectory: string | null
  readonly limits?: RateLimits
}

/** The web application over the services: Express, and the fast paths before it. */
export function createWebApp(deps: Deps) {
  const { config, storage, access, engine, log, webDirectory, limits = DEFAULT_LIMITS } = deps
  const { repositories, city, imports } = storage
  const { snapshots, tiles } = engine
  const { callers, uses } = access
  const beforeWrite = () => imports.refuseWhileMerging()
  const surveys = createSurveyService({ ...repositories, demo: city.demo, beforeWrite })
  const metrics = createMetrics({ snapshotStatus: () => snapshots.status() })
  const sendPublic = createPublicPath(engine.publishing.tree)
  const readiness = createReadiness({ repositories, snapshots, demo: city.demo })
  const publicUrl = config.publicUrl?.replace(/\/+$/, '') ?? null
  const baseUrlOf = (request: IncomingMessage) => publicUrl ?? `http://${request.headers.host}`
  const app = createApp({
    routes: routesOf({
      engine,
      storage,
      access,
      upkeep: upkeepOf(deps),
      system: { readiness, metrics },
      surveys,
      trail: createTrailReader(repositories),
      reviewPages: REVIEW_PAGES,
      baseUrlOf,
    }),
    callers,
    audit: createCallAudit({ trail: storage.trail, uses, subjectOf: createSubjectOf(PATHS) }),
    metrics,
    log,
    nextRequestId: createRequestIds(),
    limits,
    admission: admissionFor({ workers: config.workers, embedded: city.url === null }),
    trustedProxies: config.trustedProxies,
    securityContact: config.securityContact,
    clock: storage.clock,
    publicUrl: config.publicUrl,
    basemapOrigin: config.basemapStyleUrl === null ? null : new URL(config.basemapStyleUrl).origin,
    webDirectory,
  })
  const publicPath: typeof sendPublic = (request, response) => {
    metrics.publicFile()
    sendPublic(request, response)
  }
  return { app, metrics, publicPath, tilePath: createTilePath({ tiles, callers, uses, otherwise: app }) }
}

/** What keeps the database in order, as the command line asks for it through a server. */
function upkeepOf({ storage, engine, log }: Pick<Deps, 'storage' | 'engine' | 'log'>) {
  const { repositories, trail, clock, city, zone, imports, dump } = storage
  return {
    purger: createPurger({
      erasures: repositories.erasures,
      trail,
      clock,
      log,
      demo: city.demo,
      beforeWrite: () => imports.refuseWhileMerging(),
      afterwards: () => showWrite(engine.snapshots),
    }),
    backups: createBackupSource({
      info: repositories.info,
      dump,
      clock,
      timezone: zone.name,
      demo: city.demo,
    }),
  }
}

/** Ids that no two requests of any two runs share: a random beginning and a count. */
function createRequestIds(): () => string {
  const run = randomBytes(6).toString('base64url')
  let count = 0
  return () => `${run}-${(++count).toString(36)}`
}
