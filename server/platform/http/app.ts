import express, { type Express, type RequestHandler } from 'express'
import type { Clock } from '../clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Log } from '../log.ts'
import { type AdmissionLimits, createAdmission } from './admission.ts'
import type { Guard } from '../access/guard.ts'
import type { CallAudit } from '../audit/call-audit.ts'
import type { Authenticator } from './authenticator.ts'
import { challengeFor } from './challenge.ts'
import { createBaseUrl } from './base-url.ts'
import { createBodyIntake, type SlowBodies } from './body-intake.ts'
import { toHandler } from './handler.ts'
import type { Metrics } from './metrics.ts'
import { createPerform } from './perform.ts'
import { problemResponse, refusalOf } from './problem.ts'
import { parseQueryString } from './query-string.ts'
import { onceClosed } from './once-closed.ts'
import { counterOf, isProbe, limitPerMinute, type RateLimits } from './rate-limit.ts'
import { wantsPage, refusalPage } from './refusal-page.ts'
import type { Route } from './route.ts'
import { sameOriginOnly } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { securityTxt } from './security-txt.ts'
import { send } from './send.ts'
import { staticFiles } from './static-files.ts'
import { preferredLanguage } from './preferred-language.ts'

export interface AppDeps {
  readonly routes: readonly Route[]
  readonly authenticator: Authenticator
  readonly guard: Guard
  readonly audit: CallAudit
  readonly metrics: Metrics
  readonly log: Log
  readonly nextRequestId: () => string
  readonly limits: RateLimits
  readonly admission: AdmissionLimits
  readonly slowBodies?: SlowBodies
  /** Proxies whose `X-Forwarded-For` is trusted. */
  readonly trustedProxies: readonly string[]
  readonly securityContact: string | null
  readonly clock: Clock
  readonly publicUrl: string | null
  /** Origins whose scripts may call the API with a key (CORS). */
  readonly corsOrigins: readonly string[]
  readonly basemapOrigins: readonly string[]
  /** Sites that may frame the page for other sites. */
  readonly embedOrigins: readonly string[]
  /** Folder of the built page; null serves the API alone. */
  readonly webDirectory: string | null
  /** Handles what the public's page is sent as, before the files of the build; null leaves it to them. */
  readonly startPage: RequestHandler | null
}

/** The HTTP application without a listener: checks, the page's files, routes, then error responses. */
export function createApp(deps: AppDeps): Express {
  const { routes, authenticator, limits, webDirectory } = deps
  const probes = isProbe(
    routes.map(({ endpoint }) => endpoint),
    authenticator,
  )
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', parseQueryString)
  app.set('trust proxy', deps.trustedProxies)
  app.use(
    requestIds(deps.nextRequestId),
    securityHeaders(deps),
    // Before the rate limit, which many people behind one address would reach by the page's files alone.
    ...(deps.startPage === null ? [] : [deps.startPage]),
    ...(webDirectory === null ? [] : [staticFiles(webDirectory)]),
    limitPerMinute('all', limits.perMinute, authenticator, probes),
    sameOriginOnly(deps.publicUrl, deps.corsOrigins),
    securityTxt(deps.securityContact, deps.clock),
  )
  mount(app, deps)
  app.use((_request, _response, next) => next(new DomainError('not-found', 'There is nothing at this path.')))
  app.use(refusals(deps.log))
  return app
}

function mount(app: Express, deps: AppDeps): void {
  const { routes, authenticator, guard, metrics, limits, admission, slowBodies } = deps
  const perform = createPerform(deps)
  const heavy = limitPerMinute('heavy', limits.heavyPerMinute, authenticator)
  const takeBody = createBodyIntake((request) => counterOf(request, authenticator), slowBodies)
  const admit = createAdmission(admission)
  const baseUrlOf = createBaseUrl(deps.publicUrl)
  for (const route of routes) {
    const { id, method, heavy: isHeavy, bodyType, deadlineMs } = route.endpoint
    const guards = [
      ...(isHeavy ? [heavy] : []),
      ...(bodyType === 'json' ? [takeBody(deadlineMs)] : []),
      admit(route.endpoint),
    ]
    app[method](
      expressPath(route),
      ...guards,
      measured(id, metrics),
      toHandler(route, { authenticator, guard, perform, baseUrlOf }),
    )
  }
  for (const [path, methods] of methodsByPath(routes)) app.all(path, otherMethods(methods))
}

function expressPath(route: Route): string {
  return route.endpoint.path.replace(/\{(\w+)\}/g, ':$1')
}

function methodsByPath(routes: readonly Route[]): ReadonlyMap<string, readonly string[]> {
  const methods = new Map<string, string[]>()
  for (const route of routes) {
    const path = expressPath(route)
    methods.set(path, [...(methods.get(path) ?? []), route.endpoint.method.toUpperCase()])
  }
  return methods
}

function requestIds(nextRequestId: () => string): RequestHandler {
  return (_request, response, next) => {
    response.locals.requestId = nextRequestId()
    response.setHeader('X-Request-Id', response.locals.requestId)
    next()
  }
}

/** Counts a call and its time under the operation's name. */
function measured(operation: string, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint()
    onceClosed(request, response, () =>
      metrics.request(operation, response.statusCode, Number(process.hrtime.bigint() - started) / 1e9),
    )
    next()
  }
}

function otherMethods(methods: readonly string[]): RequestHandler {
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  return async (request, response) => {
    response.setHeader('Allow', allow)
    if (request.method === 'OPTIONS') return void response.status(204).end()
    const refusal = { code: 'method-not-allowed', detail: `This path answers ${allow}.` } as const
    await send(
      request,
      response,
      problemResponse(refusal, String(response.locals.requestId), preferredLanguage(request.headers)),
    )
  }
}

/** The last handler: every error becomes problem+json, or a page where the browser wants one. */
function refusals(log: Log): express.ErrorRequestHandler {
  return async (error, request, response, _next) => {
    const requestId = String(response.locals.requestId)
    const refusal = refusalOf(error, log, requestId)
    if (response.headersSent) return void response.destroy()
    if (refusal.code === 'unauthenticated') response.setHeader('WWW-Authenticate', challengeFor(request))
    const reply = problemResponse(refusal, requestId, preferredLanguage(request.headers))
    await send(request, response, wantsPage(request) ? refusalPage(request, reply) : reply)
  }
}
