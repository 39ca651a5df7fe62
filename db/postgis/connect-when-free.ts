import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { DomainError } from '../../server/engine/errors.ts'
import { explainDriverError } from '../client/driver-error.ts'
import { createPostgresClient } from './postgres-connector.ts'

/** How long a server that is full is asked again, milliseconds. */
export const SLOT_TIMEOUT_MS = 15_000
const BETWEEN_TRIES_MS = 200

/** SQLSTATEs of what passes: every connection is taken, or the server is starting. */
const PASSING_STATES = new Set(['53300', '57P03'])

/**
 * A connection of one's own, as soon as the server has one free: others come and go within moments, and work that has
 * hours of data in its hands need not fail for that.
 *
 * @param timeoutMs how long a full server is asked again
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
