import type pg from 'pg'
import type { Log } from '../../server/platform/log.ts'
import { createListeners } from '../client/listeners.ts'
import type { Notifications } from '../client/notifications.ts'
import { createPostgresClient } from './postgres-connector.ts'

const RECONNECT_MS = 1_000

/**
 * LISTEN on a dedicated connection, opened by the first listener. A lost connection is retried every second. A hot
 * standby refuses LISTEN, so there polling finds all changes.
 */
export function createPostgresNotifications(
  url: string,
  log: Log,
): Notifications & { close(): Promise<void> } {
  const listeners = createListeners()
  let client: pg.Client | null = null
  let connecting: Promise<void> | null = null
  let retry: NodeJS.Timeout | undefined
  let closed = false

  function lost(): void {
    client = null
    if (closed || listeners.channels().length === 0) return
    clearTimeout(retry)
    retry = setTimeout(() => void connected(), RECONNECT_MS)
    retry.unref()
  }

  /** Concurrent listeners share one connection, since a second one would never be closed. */
  function connected(): Promise<void> {
    connecting ??= connect().finally(() => (connecting = null))
    return connecting
  }

  async function connect(): Promise<void> {
    const fresh = createPostgresClient(url)
    try {
      await fresh.connect()
      for (const channel of listeners.channels()) await fresh.query(`LISTEN "${channel}"`)
    } catch (error) {
      log.warn({ reason: String(error) }, 'change notifications are off for now; polling goes on')
      await fresh.end().catch(() => {})
      lost()
      return
    }
    if (closed) return fresh.end()
    client = fresh
    fresh.on('notification', ({ channel, payload }) => listeners.dispatch(channel, payload ?? ''))
    fresh.once('end', lost)
    for (const channel of listeners.channels()) listeners.dispatch(channel, '')
  }

  return {
    async listen(channel, onNotify) {
      const stop = listeners.subscribe(channel, onNotify)
      if (client === null) await connected()
      // Repeated if the connection was opened for this channel, which is harmless, so that late listeners are
      // included.
      await client?.query(`LISTEN "${channel}"`)
      return async () => stop()
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await connecting
      await client?.end().catch(() => {})
    },
  }
}
