import type { RequestListener } from 'node:http'
import { PATHS, routesOf } from '../app.ts'
import { narrowed, OPERATOR } from '../platform/access/audience.ts'
import { type Principal, OPERATING } from '../platform/access/principal.ts'
import { createGuard } from '../platform/access/guard.ts'
import { createSubjectOf } from '../platform/audit/audit-subject.ts'
import { randomBytes } from 'node:crypto'
import type { Config } from '../config/config.ts'
import type { Log } from '../platform/log.ts'
import { admissionFor } from '../platform/http/admission.ts'
import { type AppDeps, createApp } from '../platform/http/app.ts'
import { createBaseUrl } from '../platform/http/base-url.ts'
import { createCallAudit } from '../platform/audit/call-audit.ts'
import { fixedPrincipal } from '../platform/http/authenticator.ts'
import { createMetrics, type Metrics } from '../platform/http/metrics.ts'
import { DEFAULT_LIMITS, type RateLimits } from '../platform/http/rate-limit.ts'
import { createAuditReader } from '../platform/audit/audit-reader.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import type { OpenBaseMap } from '../base-map/index.ts'
import type { Access } from './access.ts'
import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'
import { upkeepOf } from './upkeep.ts'
import { createPublicPath, PUBLIC_PREFIX } from '../platform/http/public/public-path.ts'
import { createTilePath, type TilePath } from '../map-tiles/index.ts'
import { createStartPage } from '../public-site/index.ts'
import { createSurveyService } from '../surveys/index.ts'
import { createReadiness, SYSTEM_PATHS } from '../operations/index.ts'
import { REVIEW_PAGES } from '../reviews/index.ts'

interface Deps {
  readonly config: Pick<
    Config,
    'publicUrl' | 'corsOrigins' | 'embedOrigins' | 'trustedProxies' | 'securityContact' | 'workers'
  >
  readonly storage: Storage
  readonly access: Access
  readonly engine: Engine
  readonly baseMap: OpenBaseMap
  readonly log: Log
  readonly webDirectory: string | null
  readonly limits?: RateLimits
}

/** The operator has no rate limits. */
const UNLIMITED: RateLimits = {
  perMinute: Number.MAX_SAFE_INTEGER,
  heavyPerMinute: Number.MAX_SAFE_INTEGER,
}

/** The principal of the admin port: may read metrics, nothing else. */
const WATCHING: Principal = { audience: narrowed(OPERATOR, ['metrics.read']), actor: { kind: 'operator' } }
const WATCHED: readonly string[] = [SYSTEM_PATHS.healthz, SYSTEM_PATHS.readyz, SYSTEM_PATHS.metrics]

/**
 * The web application over the services: Express, and the fast paths before it. Two more listeners, without
 * authentication, use its routes: the operator's socket all of them, the admin port those for monitoring.
 */
export function createWebApp(deps: Deps) {
  const { config, access, engine, webDirectory, limits = DEFAULT_LIMITS } = deps
  const { authenticator, uses } = access
  const sendPublic = createPublicPath(engine.publishing.tree, createBaseUrl(config.publicUrl))
  const metrics = createMetrics({ snapshotStatus: () => engine.snapshots.status() })
  const inner = innerAppOf(deps, metrics)
  const app = createApp({
    ...inner,
    authenticator,
    limits,
    corsOrigins: config.corsOrigins,
    embedOrigins: config.embedOrigins,
    trustedProxies: config.trustedProxies,
    securityContact: config.securityContact,
    basemapOrigins: deps.baseMap.origins,
    webDirectory,
    startPage:
      webDirectory === null
        ? null
        : createStartPage({
            tree: engine.publishing.tree,
            baseUrlOf: createBaseUrl(config.publicUrl),
            webDirectory,
          }),
  })
  const publicPath: typeof sendPublic = (request, response) => {
    metrics.publicFile()
    sendPublic(request, response)
  }
  const sendTile = createTilePath({ tiles: engine.tiles, authenticator, uses, otherwise: app })
  const tilePath: TilePath = (...call) => {
    const isTaken = sendTile(...call)
    if (isTaken) metrics.tile()
    return isTaken
  }
  const watched = inner.routes.filter(({ endpoint }) => WATCHED.includes(endpoint.path))
  return {
    app,
    operatorApp: withStoredFiles(createApp(inner), createPublicPath(engine.publishing.tree, null)),
    adminApp: createApp({ ...inner, routes: watched, authenticator: fixedPrincipal(WATCHING) }),
    publicPath,
    tilePath,
  }
}

/** An application that also serves public files as stored, for copying the tree. */
function withStoredFiles(app: RequestListener, sendStored: RequestListener): RequestListener {
  return (request, response) =>
    request.url!.startsWith(PUBLIC_PREFIX) ? sendStored(request, response) : app(request, response)
}

/** The application for the operator. */
function innerAppOf(deps: Deps, metrics: Metrics): AppDeps {
  const { config, storage, access, engine, baseMap, log } = deps
  const { repositories, city, imports, auditLog, clock } = storage
  const guard = createGuard({ demo: city.demo, isUnderMaintenance: imports.isMerging })
  const readiness = createReadiness({ repositories, snapshots: engine.snapshots, demo: city.demo })
  return {
    routes: routesOf({
      engine,
      storage,
      access,
      upkeep: upkeepOf(storage, () => showWrite(engine.snapshots)),
      importAreas: engine.importAreas,
      layerImports: engine.layerImports,
      system: { readiness, metrics },
      baseMap,
      surveys: createSurveyService(repositories),
      auditLog: createAuditReader(repositories),
      reviewPages: REVIEW_PAGES,
      baseUrlOf: createBaseUrl(config.publicUrl),
    }),
    authenticator: fixedPrincipal(OPERATING),
    guard,
    audit: createCallAudit({ auditLog, uses: access.uses, subjectOf: createSubjectOf(PATHS) }),
    metrics,
    log,
    nextRequestId: createRequestIds(),
    limits: UNLIMITED,
    admission: admissionFor({ workers: config.workers, embedded: city.url === null }),
    trustedProxies: [],
    securityContact: null,
    clock,
    publicUrl: config.publicUrl,
    corsOrigins: [],
    embedOrigins: [],
    basemapOrigins: [],
    webDirectory: null,
    startPage: null,
  }
}

/** Request ids, unique across runs: a random prefix and a counter. */
function createRequestIds(): () => string {
  const run = randomBytes(6).toString('base64url')
  let count = 0
  return () => `${run}-${(++count).toString(36)}`
}
