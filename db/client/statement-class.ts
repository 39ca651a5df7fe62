import type { Knex } from 'knex'

/**
 * How long a statement of each class may run, milliseconds. PostGIS cancels what takes longer; the embedded
 * engine, which cannot cancel, is stopped and reopened: what was committed survives.
 */
export const STATEMENT_DEADLINE_MS = {
  /** One row by key, a ping, a poll of the feed. */
  quick: 5_000,
  /** A page or a list, for a waiting person. The default. */
  page: 30_000,
  /** Imports, loads of everything, COPY. */
  bulk: 600_000,
  migration: 600_000,
} as const

export type StatementClass = keyof typeof STATEMENT_DEADLINE_MS

/** Milliseconds by class; tests shorten them. */
export type Deadlines = Readonly<Record<StatementClass, number>>

export const DEFAULT_STATEMENT_CLASS: StatementClass = 'page'

/** Puts a query or raw statement into a class other than `page`. */
export function within<B extends Knex.ChainableInterface>(statementClass: StatementClass, builder: B): B {
  return builder.options({ statementClass })
}
