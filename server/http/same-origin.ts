import type { RequestHandler } from 'express'
import { DomainError } from '../domain/errors.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a changing request that another site's page makes a browser send. `Sec-Fetch-Site` tells where browsers
 * send it; on plain HTTP they do not, and then `Origin` must be this server's own. Programs send neither.
 *
 * @param publicUrl the address under which a proxy serves this, whose origin is ours too
 */
export function sameOriginOnly(publicUrl: string | null): RequestHandler {
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  return (request, _response, next) => {
    if (SAFE.has(request.method)) return next()
    const { origin, host } = request.headers
    const site = request.headers['sec-fetch-site']
    const ownOrigin =
      origin === undefined ||
      origin === `http://${host}` ||
      origin === `https://${host}` ||
      origin === publicOrigin
    const ownSite = site === undefined || site === 'same-origin' || site === 'none'
    if (ownOrigin && ownSite) return next()
    next(new DomainError('forbidden', 'A page of another site may not change anything here.'))
  }
}
