import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { CrossOrigin } from '../platform/http/cross-origin.ts'
import { drainBody, hasBody } from '../platform/http/drain-body.ts'
import { refuseHost } from '../platform/http/host-check.ts'
import { refuseBusy } from '../platform/http/loop-budget.ts'
import { onceClosed } from '../platform/http/once-closed.ts'
import { toOriginForm } from '../platform/http/request-target.ts'
import { dropSlowClient } from '../platform/http/slow-client.ts'
import { PUBLIC_PREFIX } from '../platform/http/public/public-path.ts'
import type { TilePath } from '../map-tiles/index.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

interface Deps {
  /** The Express application. */
  readonly app: Handler
  readonly tilePath?: TilePath
  /** See `createCrossOrigin`. */
  readonly crossOrigin?: CrossOrigin
  readonly isOurHost: (request: Pick<IncomingMessage, 'headers'>) => boolean
  /** What everybody may read, once there is any. */
  readonly publicPath?: () => Handler | null
  /** Whether this turn of the event loop has time for the application; see `createLoopBudget`. */
  readonly hasTime: () => boolean
  /** See `dropSlowClient`. */
  readonly idleMs?: number
}

const HEADERS_TIMEOUT_MS = 10_000
/** A file of 512 MB over a slow line must come through; a JSON body has its deadline elsewhere. */
const REQUEST_TIMEOUT_MS = 30 * 60_000
const KEEP_ALIVE_MS = 65_000
const IDLE_MS = 60_000
/** How often headers and requests that take too long are looked for. */
const CHECK_MS = 5_000
const MAX_CONNECTIONS = 4096
const MAX_HEADER_BYTES = 16 * 1024

/**
 * The HTTP server, not yet listening: host check, scripts of other sites, then the fast paths of tiles and public files, then the application as
 * far as there is time for it. Slow clients are dropped.
 */
export function createHttpServer(deps: Deps): Server {
  const { app, isOurHost, hasTime, publicPath = () => null, idleMs = IDLE_MS } = deps
  const { tilePath = () => false, crossOrigin = () => false } = deps
  const dispatch: Handler = (request, response) => {
    const url = request.url!
    if (url.startsWith('/tiles/') && tilePath(request, response, hasTime)) return
    const sendPublic = url.startsWith(PUBLIC_PREFIX) ? publicPath() : null
    if (sendPublic !== null) return sendPublic(request, response)
    if (url !== '/healthz' && !hasTime()) return refuseBusy(response)
    if (hasBody(request)) onceClosed(request, response, () => drainBody(request))
    app(request, response)
  }
  const options = {
    maxHeaderSize: MAX_HEADER_BYTES,
    connectionsCheckingInterval: CHECK_MS,
    // A header that comes twice must not be read in two ways: the second `Host`, `Content-Type` or `Authorization` is seen.
    joinDuplicateHeaders: true,
  }
  const server = createServer(options, (request, response) => {
    toOriginForm(request)
    if (!isOurHost(request)) return refuseHost(request, response)
    if (crossOrigin(request, response)) return
    dispatch(request, response)
    if (!response.writableFinished) dropSlowClient(request, response, idleMs)
  })
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.maxConnections = MAX_CONNECTIONS
  // Of headers beyond a count, 1,023 unless set, node drops the last ones, which a proxy appended; their bytes are bounded.
  server.maxHeadersCount = 0
  return server
}
