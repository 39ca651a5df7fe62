import { LRUCache } from 'lru-cache'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'

/** How failures slow the next attempt: after `free` of them by a second, doubled with each, `maxSeconds` at most. */
export interface ThrottlePolicy {
  readonly free: number
  readonly maxSeconds: number
}

/** Counts failed attempts under names, and makes whoever fails often wait. */
export interface Throttle {
  /**
   * Notes an attempt, which counts as failed until `succeed` says otherwise, so that many at once are many.
   *
   * @throws DomainError `rate-limited` when it comes too soon; then nothing is counted
   */
  attempt(name: string): void
  succeed(name: string): void
  /** Takes one attempt back, leaving those before it: it turned out to be no failure, and no proof of anything. */
  takeBack(name: string): void
}

interface Count {
  failures: number
  lastAtMs: number
}

/** After so long without an attempt the count begins again. */
const FORGET_MS = 24 * 3_600_000
const MAX_NAMES = 50_000

/** A throttle of one kind of name. Bounded: the name that was attempted longest ago goes first. */
export function createThrottle({ free, maxSeconds }: ThrottlePolicy, clock: Clock): Throttle {
  const counts = new LRUCache<string, Count>({ max: MAX_NAMES })

  function waitMs({ failures, lastAtMs }: Count, nowMs: number): number {
    if (failures < free) return 0
    const delayMs = Math.min(2 ** (failures - free), maxSeconds) * 1000
    // A clock that was set back must not make anybody wait longer than the delay.
    return Math.min(delayMs, lastAtMs + delayMs - nowMs)
  }

  return {
    attempt(name) {
      const nowMs = clock.nowMs()
      const found = counts.get(name)
      const count =
        found === undefined || nowMs - found.lastAtMs > FORGET_MS ? { failures: 0, lastAtMs: nowMs } : found
      const wait = waitMs(count, nowMs)
      if (wait > 0) {
        throw new DomainError(
          'rate-limited',
          'Too many failed attempts; wait a little before the next one.',
          {
            retryAfterSeconds: Math.ceil(wait / 1000),
          },
        )
      }
      counts.set(name, { failures: count.failures + 1, lastAtMs: nowMs })
    },
    succeed: (name) => void counts.delete(name),
    takeBack(name) {
      const count = counts.get(name)
      if (count !== undefined) count.failures = Math.max(0, count.failures - 1)
    },
  }
}
