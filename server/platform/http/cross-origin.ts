import type { IncomingMessage, ServerResponse } from 'node:http'

/** Adds the CORS headers; true = the request was a preflight and has been responded to. */
export type CrossOrigin = (request: IncomingMessage, response: ServerResponse) => boolean

/** Paths that accept a key. The public tree sets its own headers; the page's files are for this origin only. */
const OPEN_TO_KEYS = /^\/(api|tiles)\//
const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE'
const REQUEST_HEADERS = 'Authorization, Content-Type, If-Match, If-None-Match'
const RESPONSE_HEADERS =
  'Content-Disposition, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id'
const MAX_AGE_SECONDS = '600'

/**
 * The CORS protocol of the Fetch standard for listed origins. Never with cookies: `Access-Control-Allow-Credentials`
 * is not sent, so browsers withhold responses to requests with credentials. Other origins get no CORS headers.
 *
 * @param origins exact origins, such as `https://intranet.example.se`
 */
export function createCrossOrigin(origins: readonly string[]): CrossOrigin {
  const named = new Set(origins)
  if (named.size === 0) return () => false
  return (request, response) => {
    const { method, url = '', headers } = request
    if (!OPEN_TO_KEYS.test(url)) return false
    response.setHeader('Vary', 'Origin')
    const { origin } = headers
    if (origin === undefined || !named.has(origin)) return false
    response.setHeader('Access-Control-Allow-Origin', origin)
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) {
      response.setHeader('Access-Control-Expose-Headers', RESPONSE_HEADERS)
      return false
    }
    response
      .writeHead(204, {
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': REQUEST_HEADERS,
        'Access-Control-Max-Age': MAX_AGE_SECONDS,
      })
      .end()
    return true
  }
}
