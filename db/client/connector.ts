import type { Client } from 'pg'
import type { StatementClass } from './statement-class.ts'

/** A connection that, once marked, knex's pool does not reuse. */
export type DisposableConnection = Client & { __knex__disposed?: unknown }

/** What differs between the two databases below knex: how to connect, how to bound a statement, how to fail. */
export interface Connector {
  connect(): Promise<Client>
  /** Bounds the statements that follow on the connection by the deadline of a class. */
  limit(connection: Client, statementClass: StatementClass): Promise<void>
  /** Ends the statement's bound. */
  unlimit(connection: Client): void
  /** Called when session settings may have been rolled back. */
  forget(connection: Client): void
  /** Closes the connection whatever it is doing; the pool opens another one. */
  discard(connection: DisposableConnection): void
  /** Maps an error of the driver or server to the product's, where there is one. */
  explain(error: unknown): unknown
}

/** Marks a connection so that the pool drops it, and ends it. */
export function closeForGood(connection: DisposableConnection): void {
  connection.__knex__disposed = 'It was closed by its user.'
  connection.end().catch(() => {})
}
