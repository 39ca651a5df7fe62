import type { Log } from '../log.ts'
import type { IncidentFeed } from './repository.ts'

/** Notifications within this time are merged, so that many small commits cause one poll. */
const GATHER_MS = 30

/**
 * Polls early when the database notifies of a commit. A standby sends no notifications; there the regular polling
 * finds everything a little later.
 *
 * @returns stops listening
 */
export function startHints(
  feed: Pick<IncidentFeed, 'onNotification'>,
  onPoll: () => void,
  log: Log,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const gather = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      onPoll()
    }, GATHER_MS)
  }
  const listening = feed.onNotification(gather).catch((error: unknown) => {
    log.info({ err: error }, 'the database sends no notifications; polling finds changes')
    return () => Promise.resolve()
  })
  return async () => {
    clearTimeout(timer)
    const stop = await listening
    await stop()
    clearTimeout(timer)
  }
}
