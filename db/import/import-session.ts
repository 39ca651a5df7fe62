import type { Knex } from 'knex'
import type { Client } from 'pg'
import { connectorOf } from '../client/dialect.ts'
import type { DatabaseHandle } from '../client/handle.ts'

/** What knex's pool looks at to see that a connection is not to be used again. */
type PooledConnection = Client & { __knex__disposed?: unknown }

/** One database session kept for one import, so that its temporary tables last from the first row to the merge. */
export interface ImportSession {
  /** Runs the steps as one transaction of the session. */
  transaction<T>(steps: (trx: Knex.Transaction) => Promise<T>): Promise<T>
  /** Gives the session back, once; one that failed is closed, for it may hold anything. */
  end(failed: boolean): void
}

/**
 * Opens a session. PostGIS keeps a connection of the pool for it; the embedded database has one session for all, in
 * which a transaction takes its turn like any other, so that others go on between them.
 */
export async function openImportSession({ knex, kind }: DatabaseHandle): Promise<ImportSession> {
  if (kind === 'embedded') return { transaction: (steps) => knex.transaction(steps), end: () => {} }
  const connection: PooledConnection = await knex.client.acquireConnection()
  let ended = false
  return {
    transaction: (steps) => knex.transaction(steps, { connection }),
    end(failed) {
      if (ended) return
      ended = true
      if (failed) {
        connection.__knex__disposed = 'The import that used it failed.'
        connectorOf(knex).discard(connection)
      }
      void knex.client.releaseConnection(connection)
    },
  }
}
