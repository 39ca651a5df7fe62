import type { Log } from '../../platform/log.ts'
import type { AccessChanges } from '../people/repository.ts'

/** Well within the second in which a revoked right must be gone in every process. */
export const ACCESS_POLL_MS = 400

interface Deps {
  readonly accessChanges: AccessChanges
  readonly log: Log
  /** Called whenever a right may have been withdrawn, also when that is unknown. */
  readonly onChange: () => void
  /** Milliseconds between polls; null = notifications only, where no other process writes. */
  readonly pollMs: number | null
}

/**
 * Watches for changes of rights by other processes. None can happen while the database is unavailable; the first poll
 * afterwards finds what changed meanwhile.
 *
 * @returns a function that stops it
 */
export async function watchAccess({
  accessChanges,
  log,
  onChange,
  pollMs,
}: Deps): Promise<() => Promise<void>> {
  let version = await accessChanges.version()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  async function poll(): Promise<void> {
    try {
      const newest = await accessChanges.version()
      if (newest !== version) onChange()
      version = newest
    } catch (error) {
      log.warn({ reason: String(error) }, 'changes of rights cannot be polled; trying again')
    }
    if (!stopped && pollMs !== null) timer = setTimeout(() => void poll(), pollMs).unref()
  }

  const stopListening = await accessChanges.onNotification(onChange)
  if (pollMs !== null) timer = setTimeout(() => void poll(), pollMs).unref()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await stopListening()
  }
}
