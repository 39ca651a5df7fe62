import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Config } from '../config.ts'
import type { Log } from '../domain/log.ts'
import { admissionFor } from '../http/admission.ts'
import { createApp } from '../http/app.ts'
import { createCallAudit } from '../http/audited.ts'
import { createMetrics } from '../http/metrics.ts'
import { DEFAULT_LIMITS, type RateLimits } from '../http/rate-limit.ts'
import { areaImportRoutes } from '../http/routes/area-imports.ts'
import { auditRoutes } from '../http/routes/audit.ts'
import { checkRoutes } from '../http/routes/check.ts'
import { featureRoutes } from '../http/routes/features.ts'
import { importRoutes } from '../http/routes/imports.ts'
import { incidentRoutes } from '../http/routes/incidents.ts'
import { keyRoutes } from '../http/routes/keys.ts'
import { mapRoutes } from '../http/routes/map.ts'
import { openIdRoutes } from '../http/routes/openid.ts'
import { peopleRoutes } from '../http/routes/people.ts'
import { placeRoutes } from '../http/routes/places.ts'
import { createPublicSite } from '../http/public/public-site.ts'
import { releaseRoutes } from '../http/routes/releases.ts'
import { sessionRoutes } from '../http/routes/session.ts'
import { handlingRoutes } from '../http/routes/reviews-handlings.ts'
import { reviewRoutes } from '../http/routes/reviews.ts'
import { sourceRoutes } from '../http/routes/sources.ts'
import { surveyRoutes } from '../http/routes/surveys.ts'
import { systemRoutes } from '../http/routes/system.ts'
import { upkeepRoutes } from '../http/routes/upkeep.ts'
import { createTilePath } from '../http/tile-path.ts'
import { createTrailReader } from '../services/audit/read-trail.ts'
import { createSurveyService } from '../services/surveys/survey-service.ts'
import { showWrite } from '../services/after-write.ts'
import { createBackupSource } from '../services/backup/backup.ts'
import { createPurger } from '../services/purge.ts'
import { createReadiness } from '../services/readiness.ts'
import { REVIEW_PAGES } from '../services/review-page/review-pages.ts'
import type { Access } from './access.ts'
import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'

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

/** The web application over the services: Express, and the tiles' short way before it. */
export function createWebApp(deps: Deps) {
  const { config, storage, access, engine, log, webDirectory, limits = DEFAULT_LIMITS } = deps
  const { zone, repositories, city, imports } = storage
  const { snapshots, tiles } = engine
  const { callers, keys, people, uses } = access
  const beforeWrite = () => imports.refuseWhileMerging()
  const surveys = createSurveyService({ ...repositories, demo: city.demo, beforeWrite })
  const publicSite = createPublicSite({ tree: engine.publishing.tree, clock: storage.clock })
  const metrics = createMetrics({
    snapshotStatus: () => snapshots.status(),
    publicRequests: () => publicSite.counts(),
  })
  const readiness = createReadiness({ repositories, snapshots, demo: city.demo })
  const publicUrl = config.publicUrl?.replace(/\/+$/, '') ?? null
  const baseUrlOf = (request: IncomingMessage) => publicUrl ?? `http://${request.headers.host}`
  const app = createApp({
    routes: [
      ...systemRoutes({ readiness, metrics }),
      ...upkeepRoutes({ ...upkeepOf(deps), zone }),
      ...mapRoutes({ ...engine, zone, baseUrlOf }),
      ...featureRoutes(engine),
      ...incidentRoutes({ ...engine, zone }),
      ...sourceRoutes(engine),
      ...importRoutes({ imports }),
      ...areaImportRoutes(engine),
      ...checkRoutes({ ...engine, zone }),
      ...reviewRoutes({ ...engine, zone }),
      ...handlingRoutes({ ...engine, reviewPages: REVIEW_PAGES, zone }),
      ...releaseRoutes(engine.publishing),
      ...sessionRoutes(people),
      ...openIdRoutes({ ...people, baseUrlOf }),
      ...peopleRoutes({ ...people, baseUrlOf }),
      ...surveyRoutes({ surveys }),
      ...placeRoutes(engine),
      ...keyRoutes({ keys }),
      ...auditRoutes({ trail: createTrailReader(repositories), zone }),
    ],
    callers,
    audit: createCallAudit({ trail: storage.trail, uses }),
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
  return { app, metrics, publicSite, tilePath: createTilePath({ tiles, callers, uses, otherwise: app }) }
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
