import type { RequestHandler } from 'express'
import { DomainError } from '../../engine/errors.ts'
import { isLoopbackHost } from './host-check.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a changing request that another site's page makes a browser send. `Sec-Fetch-Site` tells where browsers
 * send it; on plain HTTP they do not, and then `Origin` must be this server's own. Programs send neither. A site that was
 * named may ask with a key, for no browser adds one by itself; the cookie of such a request counts for nothing.
 *
 * @param publicUrl the address under which a proxy serves this, whose origin is ours too
 * @param corsOrigins sites whose scripts may ask with a key
 */
export function sameOriginOnly(
  publicUrl: string | null,
  corsOrigins: readonly string[] = [],
): RequestHandler {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  /** Exactly the public address where there is one; else whichever scheme this host is reached by. */
  const isOurs = (origin: string, host: string | undefined) => {
    if (origin === publicOrigin) return true
    if (publicOrigin !== null && !isLoopbackHost(host)) return false
    return origin === `http://${host}` || (publicOrigin === null && origin === `https://${host}`)
  }
  return (request, _response, next) => {
    if (SAFE.has(request.method)) return next()
    const { origin, host, authorization } = request.headers
    if (authorization !== undefined && origin !== undefined && corsOrigins.includes(origin)) return next()
    const site = request.headers['sec-fetch-site']
    const ownOrigin = origin === undefined || isOurs(origin, host)
    const ownSite = site === undefined || site === 'same-origin' || site === 'none'
    if (ownOrigin && ownSite) return next()
    next(new DomainError('forbidden', 'A page of another site may not change anything here.'))
  }
}
