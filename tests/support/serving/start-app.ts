import { type Principal, OPERATING } from '../../../server/platform/access/principal.ts'
import type { Log } from '../../../server/platform/log.ts'
import type { AdmissionLimits } from '../../../server/platform/http/admission.ts'
import { createApp } from '../../../server/platform/http/app.ts'
import { UNAUDITED } from '../../../server/platform/audit/call-audit.ts'
import type { SlowBodies } from '../../../server/platform/http/body-intake.ts'
import { fixedPrincipal, type Authenticator } from '../../../server/platform/http/authenticator.ts'
import { createGuard } from '../../../server/platform/access/guard.ts'
import { createCrossOrigin } from '../../../server/platform/http/cross-origin.ts'
import { createHostCheck } from '../../../server/platform/http/host-check.ts'
import { createMetrics } from '../../../server/platform/http/metrics.ts'
import type { RateLimits } from '../../../server/platform/http/rate-limit.ts'
import type { Route } from '../../../server/platform/http/route.ts'
import { listenBefore } from './listen.ts'

export interface Options {
  readonly limits?: RateLimits
  readonly webDirectory?: string
  readonly publicUrl?: string
  readonly corsOrigins?: readonly string[]
  readonly log?: Log
  readonly admission?: AdmissionLimits
  readonly slowBodies?: SlowBodies
  readonly trustedProxies?: readonly string[]
  readonly securityContact?: string
  readonly hasTime?: () => boolean
  readonly principal?: Principal
  readonly authenticator?: Authenticator
  readonly city?: Partial<Parameters<typeof createGuard>[0]>
}

/** The application on a port of its own, over the routes of a test. */
export async function startApp(routes: readonly Route[], options: Options = {}) {
  const errors: object[] = []
  const log = options.log ?? { info() {}, warn() {}, error: (fields: object) => void errors.push(fields) }
  const status = { incidents: 0, lagMs: 0, bytes: 0 }
  let count = 0
  const app = createApp({
    routes,
    authenticator: options.authenticator ?? fixedPrincipal(options.principal ?? OPERATING),
    guard: createGuard({ demo: false, isUnderMaintenance: () => false, ...options.city }),
    audit: UNAUDITED,
    metrics: createMetrics({ snapshotStatus: () => status }),
    log,
    nextRequestId: () => `test-${++count}`,
    admission: options.admission ?? { heavy: 100, writes: 100, uploads: 100, reads: 100 },
    ...(options.slowBodies === undefined ? {} : { slowBodies: options.slowBodies }),
    trustedProxies: options.trustedProxies ?? [],
    securityContact: options.securityContact ?? null,
    clock: { nowMs: () => Date.now() },
    limits: options.limits ?? { perMinute: 1e6, heavyPerMinute: 1e6 },
    publicUrl: options.publicUrl ?? null,
    corsOrigins: options.corsOrigins ?? [],
    basemapOrigins: [],
    embedOrigins: [],
    webDirectory: options.webDirectory ?? null,
    startPage: null,
  })
  const { hasTime = () => true } = options
  const { url, port, close } = await listenBefore(app, {
    isOurHost: createHostCheck([]),
    crossOrigin: createCrossOrigin(options.corsOrigins ?? []),
    hasTime,
  })
  return {
    url,
    port,
    errors,
    get: (path: string, init?: RequestInit) => fetch(url + path, init),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body:
          typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
      }),
    close,
  }
}
