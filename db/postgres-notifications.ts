import type pg from 'pg'
import type { Log } from '../server/domain/log.ts'
import type { Notifications } from './notifications.ts'
import { createPostgresClient } from './postgres-connector.ts'

const RECONNECT_MS = 1_000

/**
 * LISTEN on a connection of its own, opened with the first listener. A lost connection is opened again every
 * second. A hot standby refuses LISTEN: there it stays silent, and polling finds everything.
 */
export function createPostgresNotifications(
  url: string,
  log: Log,
): Notifications & { close(): Promise<void> } {
  const listeners = new Map<string, Set<(payload: string) => void>>()
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | undefined
  let closed = false

  function hint(channel: string, payload: string): void {
    for (const listener of listeners.get(channel) ?? []) listener(payload)
  }

  function lost(): void {
    client = null
    if (closed || listeners.size === 0) return
    clearTimeout(retry)
    retry = setTimeout(() => void connect(), RECONNECT_MS)
    retry.unref()
  }

  async function connect(): Promise<void> {
    const fresh = createPostgresClient(url)
    try {
      await fresh.connect()
      for (const channel of listeners.keys()) await fresh.query(`LISTEN "${channel}"`)
    } catch (error) {
      log.warn({ reason: String(error) }, 'change notifications are off for now; polling goes on')
      await fresh.end().catch(() => {})
      lost()
      return
    }
    if (closed) return void (await fresh.end())
    client = fresh
    fresh.on('notification', ({ channel, payload }) => hint(channel, payload ?? ''))
    fresh.once('end', lost)
    for (const channel of listeners.keys()) hint(channel, '')
  }

  return {
    async listen(channel, onNotify) {
      const known = listeners.get(channel)
      const callbacks = known ?? new Set()
      callbacks.add(onNotify)
      listeners.set(channel, callbacks)
      if (client === null) await connect()
      else if (!known) await client.query(`LISTEN "${channel}"`)
      return async () => {
        callbacks.delete(onNotify)
      }
    },
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
