import type { Client } from 'pg'
import type { StatementClass } from './statement-class.ts'

/** knex's pool gives out no connection that has this mark. */
export type DisposableConnection = Client & { __knex__disposed?: unknown }

/** What differs between the two databases below knex: how to connect, how to bound a statement, how to fail. */
export interface Connector {
  connect(): Promise<Client>
  /** Bounds the statements that follow on the connection by the deadline of a class. */
  limit(connection: Client, statementClass: StatementClass): Promise<void>
  /** Says that the statement is over. */
  unlimit(connection: Client): void
  /** Says that settings of the session may have been rolled back. */
  forget(connection: Client): void
  /** Closes the connection whatever it is doing; the pool opens another one. */
  discard(connection: DisposableConnection): void
  /** An error of the driver or the server as the product's own where there is one. */
  explain(error: unknown): unknown
}

/** Marks a connection so that the pool drops it, and ends it. */
export function closeForGood(connection: DisposableConnection): void {
  connection.__knex__disposed = 'It was closed by its user.'
  connection.end().catch(() => {})
}
