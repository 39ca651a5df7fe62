import { LRUCache } from 'lru-cache'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'

/** How failures slow the next attempt: after `free` of them by a second, doubled with each, `maxSeconds` at most. */
export interface ThrottlePolicy {
  readonly free: number
  readonly maxSeconds: number
}

/** Counts failed attempts by name, and imposes growing waits. */
export interface Throttle {
  /**
   * Counts an attempt as failed until `succeed`, so that concurrent attempts all count.
   *
   * @throws DomainError `rate-limited` when it comes too soon; then nothing is counted
   */
  attempt(name: string): void
  succeed(name: string): void
  /** Removes one undecided attempt from the count. */
  takeBack(name: string): void
}

interface Count {
  failures: number
  lastAtMs: number
}

/** Time without attempts after which the count restarts. */
const FORGET_MS = 24 * 3_600_000
const MAX_NAMES = 50_000

/** A throttle of one kind of name. Bounded: the least recently attempted name is evicted. */
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
