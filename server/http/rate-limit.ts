import type { RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import { DomainError } from '../domain/errors.ts'

/** How many requests an address may make in a minute. */
export interface RateLimits {
  readonly perMinute: number
  /** Of those, how many that compute much. */
  readonly heavyPerMinute: number
}

/** Generous to a person at a map, tight to a loop gone wrong. */
export const DEFAULT_LIMITS: RateLimits = { perMinute: 3000, heavyPerMinute: 600 }

const WINDOW_MS = 60_000

/** Refuses with `rate-limited` and a Retry-After beyond `perMinute` requests of one address. */
export function limitPerMinute(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: WINDOW_MS,
    limit: perMinute,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, _response, next) =>
      next(
        new DomainError('rate-limited', `At most ${perMinute} such requests a minute.`, {
          retryAfterSeconds: WINDOW_MS / 1000,
        }),
      ),
  })
}
