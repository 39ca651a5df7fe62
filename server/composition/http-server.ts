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
  /** The handler of public files, once loaded. */
  readonly publicPath?: () => Handler | null
  /** Whether this turn of the event loop has time for the application; see `createLoopBudget`. */
  readonly hasTime: () => boolean
  /** See `dropSlowClient`. */
  readonly idleMs?: number
}

const HEADERS_TIMEOUT_MS = 10_000
/** Long enough for a file of 512 MB over a slow line; JSON bodies have their own deadline. */
const REQUEST_TIMEOUT_MS = 30 * 60_000
const KEEP_ALIVE_MS = 65_000
const IDLE_MS = 60_000
/** How often Node checks for slow headers and requests. */
const CHECK_MS = 5_000
const MAX_CONNECTIONS = 4096
const MAX_HEADER_BYTES = 16 * 1024

/**
 * The HTTP server, not yet listening: host check, CORS, the fast paths of tiles and public files, then the
 * application within the loop budget. Slow clients are dropped.
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
    // Repeated headers are joined, so that a second `Host`, `Content-Type` or `Authorization` is not ignored.
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
  // By default Node drops headers beyond a count, the last ones, which a proxy appended; their bytes are bounded
  // anyway.
  server.maxHeadersCount = 0
  return server
}
