import type { RequestHandler } from 'express'
import { DomainError } from '../../engine/errors.ts'
import { isLoopbackHost } from './host-check.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a changing request that another site's page makes a browser send. `Sec-Fetch-Site` decides where browsers
 * send it; on plain HTTP they do not, and then `Origin` must be this server's own. Programs send neither. A listed
 * origin may send a key, which no browser adds by itself; the cookie of such a request is ignored.
 *
 * @param publicUrl the address under which a proxy serves this, whose origin is ours too
 * @param corsOrigins origins whose scripts may use a key
 */
export function sameOriginOnly(
  publicUrl: string | null,
  corsOrigins: readonly string[] = [],
): RequestHandler {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  /** The public URL where set; else this host with either scheme. */
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
