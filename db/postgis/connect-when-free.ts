import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { DomainError } from '../../server/engine/errors.ts'
import { explainDriverError } from '../client/driver-error.ts'
import { createPostgresClient } from './postgres-connector.ts'

/** How long connecting to a full server is retried, milliseconds. */
export const SLOT_TIMEOUT_MS = 15_000
const BETWEEN_TRIES_MS = 200

/** SQLSTATEs of temporary failures: no free connection, or the server is starting. */
const PASSING_STATES = new Set(['53300', '57P03'])

/**
 * A dedicated connection as soon as the server has one free, so that long work does not fail because of a short
 * shortage.
 *
 * @param timeoutMs how long to retry
 * @throws DomainError `database-unavailable`; PostgreSQL's own error, with its code, is the cause
 */
export async function connectWhenFree(url: string, timeoutMs = SLOT_TIMEOUT_MS): Promise<pg.Client> {
  for (let leftMs = timeoutMs; ; leftMs -= BETWEEN_TRIES_MS) {
    const client = createPostgresClient(url)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (!isPassing(error)) throw explainDriverError(error)
      if (leftMs <= 0) throw isFull(error)
    }
    await delay(BETWEEN_TRIES_MS)
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && PASSING_STATES.has(String(error.code))
}

function isFull(cause: unknown): DomainError {
  return new DomainError(
    'database-unavailable',
    'The server has no connection free: end others, or let it or the role have more (max_connections, CONNECTION LIMIT), and try again.',
    { cause },
  )
}
