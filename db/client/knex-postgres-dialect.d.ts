declare module 'knex/lib/dialects/postgres/index.js' {
  import type { Client } from 'pg'

  /** knex's dialect of PostgreSQL: the parts that ours builds on. */
  export default class PostgresDialect {
    constructor(config: object)
    readonly config: object
    /** tarn's pool; undefined once destroyed. */
    readonly pool: { numPendingAcquires(): number } | undefined
    acquireConnection(): Promise<Client>
    query(connection: Client, query: object | string): Promise<unknown>
    _acquireOnlyConnection(): Promise<Client>
    _query(connection: Client, query: { sql: string; options?: object }): Promise<unknown>
  }
}
