import type { Client } from 'pg'
import type { StatementClass } from './statement-class.ts'

/** What differs between the two databases below knex: how to connect, how to bound a statement, how to fail. */
export interface Connector {
  connect(): Promise<Client>
  /** Bounds the statements that follow on the connection by the deadline of a class. */
  limit(connection: Client, statementClass: StatementClass): Promise<void>
  /** Says that the statement is over. */
  unlimit(connection: Client): void
  /** Says that settings of the session may have been rolled back. */
  forget(connection: Client): void
  /** Closes the connection without regard to what it does; the pool opens another one. */
  discard(connection: Client): void
  /** An error of the driver or the server as the product's own where there is one. */
  explain(error: unknown): unknown
}
