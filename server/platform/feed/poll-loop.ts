import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { createWakeableDelay } from './wakeable-delay.ts'

/** Runs a step over and over until it is stopped. */
export interface PollLoop {
  /** Begins the next step now, or right after the current one. */
  wake(): void
  /** Resolves when a step that began after the call has succeeded; rejects when it fails or the loop stops. */
  next(): Promise<void>
  /** When the last successful step began. */
  succeededAtMs(): number
  stop(): Promise<void>
}

/** The delay doubles with each failure up to this. */
const MAX_DELAY_MS = 5_000

interface Waiter {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Runs `step` every `pollMs`. While it fails the delay grows, and only the first failure and the recovery are logged;
 * it recovers by itself when the database is back.
 */
export function startPollLoop({
  step,
  pollMs,
  clock,
  log,
}: {
  readonly step: () => Promise<void>
  readonly pollMs: number
  readonly clock: Clock
  readonly log: Log
}): PollLoop {
  const delay = createWakeableDelay()
  let waiters: Waiter[] = []
  let failures = 0
  let stopped = false
  let succeededAtMs = clock.nowMs()

  const runStep = async () => {
    const waiting = waiters
    waiters = []
    const beganAtMs = clock.nowMs()
    try {
      await step()
      if (failures > 0) log.info({ failures }, 'following the database again')
      failures = 0
      succeededAtMs = beganAtMs
      for (const { resolve } of waiting) resolve()
    } catch (error) {
      if (failures++ === 0 && !stopped) log.warn({ err: error }, 'cannot follow the database; trying again')
      for (const { reject } of waiting) reject(error)
    }
  }
  const run = async () => {
    for (;;) {
      await delay.wait(Math.min(MAX_DELAY_MS, pollMs * 2 ** Math.min(failures, 16)))
      if (stopped) return
      await runStep()
    }
  }
  const running = run()

  return {
    wake: () => delay.wake(),
    next() {
      if (stopped) return Promise.reject(new Error('The snapshot store is closed.'))
      const done = new Promise<void>((resolve, reject) => waiters.push({ resolve, reject }))
      delay.wake()
      return done
    },
    succeededAtMs: () => succeededAtMs,
    async stop() {
      stopped = true
      delay.wake()
      await running
      for (const { reject } of waiters) reject(new Error('The snapshot store is closed.'))
    },
  }
}
