import knexFactory, { type Knex } from 'knex'
import PostgresDialect from 'knex/lib/dialects/postgres/index.js'
import type { Client } from 'pg'
import type { Log } from '../../server/platform/log.ts'
import { DomainError } from '../../server/engine/errors.ts'
import type { Connector, DisposableConnection } from './connector.ts'
import type { Executor } from './handle.ts'
import { DEFAULT_STATEMENT_CLASS, type StatementClass } from './statement-class.ts'

interface DialectConfig {
  readonly connector: Connector
}

/** Callers that may wait for a connection before the next one is refused. */
const MAX_WAITING = 100
const ROLLBACK = /^\s*ROLLBACK\b/i

/** knex's PostgreSQL with connections from a connector, a deadline on every statement and errors explained. */
class BoundedPostgres extends PostgresDialect {
  get connector(): Connector {
    return (this.config as DialectConfig).connector
  }

  override async acquireConnection(): Promise<Client> {
    if (this.pool !== undefined && this.pool.numPendingAcquires() >= MAX_WAITING) {
      throw new DomainError('busy', 'The database has its hands full; try again in a moment.', {
        retryAfterSeconds: 1,
      })
    }
    try {
      return await super.acquireConnection()
    } catch (error) {
      throw this.connector.explain(error)
    }
  }

  override async _acquireOnlyConnection(): Promise<Client> {
    const connection: DisposableConnection = await this.connector.connect()
    connection.on('error', (error) => {
      connection.__knex__disposed = error
    })
    connection.on('end', () => {
      connection.__knex__disposed ??= 'The connection ended.'
    })
    return connection
  }

  override async query(connection: Client, query: object | string): Promise<unknown> {
    try {
      return await super.query(connection, query)
    } catch (error) {
      throw this.connector.explain(error)
    }
  }

  override async _query(connection: Client, query: { sql: string; options?: object }): Promise<unknown> {
    const { statementClass, ...options } = (query.options ?? {}) as { statementClass?: StatementClass }
    if (query.options) query.options = options
    await this.connector.limit(connection, statementClass ?? DEFAULT_STATEMENT_CLASS)
    try {
      return await super._query(connection, query)
    } catch (error) {
      // knex puts the statement into messages of caught errors; wrapping keeps ours unchanged.
      throw error instanceof DomainError ? new Error('', { cause: error }) : error
    } finally {
      this.connector.unlimit(connection)
      if (ROLLBACK.test(query.sql)) this.connector.forget(connection)
    }
  }
}

/** A knex over a connector. `compileSqlOnError` is off, so no bound value gets into an error's text. */
export function createKnex(options: {
  readonly connector: Connector
  readonly maxConnections: number
  readonly acquireTimeoutMs: number
  readonly log: Log
}): Knex {
  const { connector, maxConnections, acquireTimeoutMs, log } = options
  const config: Knex.Config & DialectConfig = {
    client: BoundedPostgres as unknown as typeof Knex.Client,
    connection: {},
    connector,
    pool: { min: 0, max: maxConnections },
    acquireConnectionTimeout: acquireTimeoutMs,
    compileSqlOnError: false,
    log: knexLog(log),
  }
  return knexFactory(config)
}

/** knex's own log messages, except failed connections, which the caller gets as errors. */
function knexLog(log: Log): Knex.Logger {
  return {
    warn(message: unknown) {
      if (!String(message).startsWith('Acquire connection error')) log.warn({}, String(message))
    },
    error: (message: unknown) => log.error({}, String(message)),
    deprecate: () => {},
    debug: () => {},
  }
}

/** The connector below a knex or a transaction of it. */
export function connectorOf(executor: Executor): Connector {
  return (executor.client as BoundedPostgres).connector
}
