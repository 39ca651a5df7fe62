import type { Knex } from 'knex'
import type { Client } from 'pg'
import { connectorOf } from '../client/dialect.ts'
import type { DatabaseHandle } from '../client/handle.ts'

/** A connection with the mark that makes knex's pool drop it. */
type PooledConnection = Client & { __knex__disposed?: unknown }

/** One database session kept for one import, so that its temporary tables last from the first row to the merge. */
export interface ImportSession {
  /** Runs the steps as one transaction of the session. */
  transaction<T>(steps: (trx: Knex.Transaction) => Promise<T>): Promise<T>
  /** Returns the session to the pool, once; a failed one is closed, because its state is unknown. */
  end(failed: boolean): void
}

/**
 * Opens a session. PostGIS keeps a connection of the pool for it; the embedded database has one session for all, in
 * which transactions of others run in between.
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
