import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { shareConnections } from '../platform/http/connection-share.ts'
import { refuseBusy } from '../platform/http/loop-budget.ts'
import { dropSilent } from '../platform/http/silence.ts'
import { createProxyCheck } from '../platform/http/trust-proxy.ts'
import { PUBLIC_PREFIX } from '../platform/http/public/public-path.ts'
import { frontPublicSite, type PublicSite } from '../platform/http/public/public-site.ts'
import type { TilePath } from '../map-tiles/index.ts'

interface Deps {
  /** The Express application. */
  readonly app: (request: IncomingMessage, response: ServerResponse) => void
  readonly tilePath: TilePath | null
  readonly isOurHost: (request: Pick<IncomingMessage, 'headers'>) => boolean
  readonly onTile: () => void
  /** What everybody may read, once there is any. */
  readonly publicSite?: () => PublicSite | null
  /** Whether this turn of the event loop has time for the application; see `createLoopBudget`. */
  readonly hasTime: () => boolean
  /** Proxies that ask on behalf of others; see `parseTrustedProxies`. */
  readonly trustedProxies?: readonly string[]
}

const HEADERS_TIMEOUT_MS = 10_000
/** A file of 512 MB over a slow line must come through; a JSON body has its deadline elsewhere. */
const REQUEST_TIMEOUT_MS = 30 * 60_000
const KEEP_ALIVE_MS = 65_000
/** A connection on which nothing moves, and not for our sake; see `dropSilent`. */
const SILENCE_MS = 60_000
/** How often headers and requests that take too long are looked for. */
const CHECK_MS = 5_000
const MOST_CONNECTIONS = 4096
/** Of one network: what eighty browsers hold that each open six, and an eighth of all. */
const MOST_CONNECTIONS_OF_ONE = 512
const MOST_HEADER_BYTES = 16 * 1024

/**
 * The HTTP server, not yet listening: host check, then the tiles' short way, then the application as far as there is
 * time for it. Slow and silent callers are dropped.
 */
export function createHttpServer(deps: Deps): Server {
  const { app, tilePath, isOurHost, onTile, hasTime, publicSite = () => null, trustedProxies = [] } = deps
  const options = { maxHeaderSize: MOST_HEADER_BYTES, connectionsCheckingInterval: CHECK_MS }
  const server = createServer(options, (request, response) => {
    if (!isOurHost(request)) return refuseHost(response)
    if (tilePath !== null && request.url!.startsWith('/tiles/') && tilePath(request, response, hasTime))
      return onTile()
    const site = request.url!.startsWith(PUBLIC_PREFIX) ? publicSite() : null
    if (site !== null) return site.path(request, response)
    if (request.url !== '/healthz' && !hasTime()) return refuseBusy(response)
    keepBusy(request, response)
    app(request, response)
  })
  const keepBusy = dropSilent(server, SILENCE_MS)
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.maxConnections = MOST_CONNECTIONS
  // Of headers beyond a count node drops the last ones, which a proxy appended; their bytes are bounded, and refused.
  server.maxHeadersCount = 0
  frontPublicSite(server, publicSite, isOurHost)
  shareConnections(server, {
    mostOfOne: MOST_CONNECTIONS_OF_ONE,
    speaksForMany: createProxyCheck(trustedProxies),
  })
  return server
}

const WRONG_HOST = JSON.stringify({
  type: 'about:blank',
  title: 'Not allowed',
  status: 403,
  code: 'forbidden',
  detail: 'Host: is not a name of this server. Set PUBLIC_URL to the address under which people reach it.',
  problems: [{ field: 'Host', rule: 'must be a name of this server' }],
  requestId: 'none',
})

function refuseHost(response: ServerResponse): void {
  response.writeHead(403, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  })
  response.end(WRONG_HOST)
}
