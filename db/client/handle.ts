import type { Knex } from 'knex'
import type { Log } from '../../server/platform/log.ts'
import type { Notifications } from './notifications.ts'

/** One open database of either kind, as used by repositories, feed and import. */
export interface DatabaseHandle {
  /** Queries, transactions and knex-postgis; the same dialect on both kinds. */
  readonly knex: Knex
  readonly kind: DatabaseKind
  /** EPSG code of the city's CRS: every geometry column has it. */
  readonly srid: number
  readonly notifications: Notifications
  /** Whether a statement met a full disk within the last five minutes. */
  readonly isDiskFull: () => boolean
  readonly log: Log
}

export type DatabaseKind = 'embedded' | 'postgis'

/** A handle or a transaction of it: what a query can run on. */
export type Executor = Knex | Knex.Transaction
