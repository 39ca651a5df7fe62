import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { DomainError } from '../../engine/errors.ts'
import type { Authenticator } from './authenticator.ts'
import type { Endpoint } from './endpoint.ts'

/** How many requests one caller may make in a minute. */
export interface RateLimits {
  readonly perMinute: number
  /** Of those, how many to heavy endpoints. */
  readonly heavyPerMinute: number
}

/** Ample for a person using the map, tight for a runaway script. */
export const DEFAULT_LIMITS: RateLimits = { perMinute: 3000, heavyPerMinute: 600 }

const WINDOW_MS = 60_000

/**
 * Refuses with `rate-limited` and a Retry-After beyond `perMinute` requests of one caller: an account, a key, or else
 * an address (of IPv6 its /56, which one household controls). Every response has the limit and what is left of it in
 * `RateLimit` and `RateLimit-Policy`.
 *
 * @param name name of the limit in those headers
 * @param isExempt whether a request is neither counted nor refused
 */
export function limitPerMinute(
  name: string,
  perMinute: number,
  authenticator: Pick<Authenticator, 'known'>,
  isExempt: (request: Request) => boolean = () => false,
): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    identifier: name,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, forwardedHeader: false, trustProxy: false },
    skip: isExempt,
    keyGenerator: (request) => counterOf(request, authenticator),
    // The library has set Retry-After by then.
    handler: (_request, _response, next) =>
      next(new DomainError('rate-limited', `At most ${perMinute} such requests a minute.`)),
  })
}

/**
 * Whether a request is for a probe (`rateLimited: false`), which monitoring must reach under load. A probe with a key
 * that is not cached is counted nevertheless, because its look-up costs a query.
 */
export function isProbe(
  endpoints: readonly Endpoint[],
  authenticator: Pick<Authenticator, 'known'>,
): (request: Request) => boolean {
  const probes = new Map<string, Endpoint>(
    endpoints.filter((one) => !one.rateLimited).map((one) => [one.path, one]),
  )
  return (request) => {
    const probe = probes.get(request.path)
    return probe !== undefined && (!probe.authenticates || authenticator.known(request) !== null)
  }
}

/** The key by which a caller is counted: account, API key, or else network. */
export function counterOf(request: Request, authenticator: Pick<Authenticator, 'known'>): string {
  const actor = authenticator.known(request)?.actor
  if (actor?.kind === 'account') return `account/${actor.accountId}`
  if (actor?.kind === 'key') return `key/${actor.keyId}`
  return ipKeyGenerator(request.ip ?? 'unknown')
}
