import type { Log } from '../log.ts'
import type { IncidentFeed } from './repository.ts'

/** Many small commits make one poll: hints within this time are one. */
const GATHER_MS = 30

/**
 * Lets the database hasten the polling. Where it cannot (a standby sends no notifications), polling alone finds
 * everything, a little later.
 *
 * @returns the way to stop
 */
export function startHints(
  feed: Pick<IncidentFeed, 'onHint'>,
  onHint: () => void,
  log: Log,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const gather = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      onHint()
    }, GATHER_MS)
  }
  const listening = feed.onHint(gather).catch((error: unknown) => {
    log.info({ err: error }, 'the database does not tell of changes; polling finds them')
    return () => Promise.resolve()
  })
  return async () => {
    clearTimeout(timer)
    const stop = await listening
    await stop()
    clearTimeout(timer)
  }
}
