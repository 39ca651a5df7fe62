import pg from 'pg'
import { closeForGood, type Connector } from '../client/connector.ts'
import { explainDriverError } from '../client/driver-error.ts'
import { PG_TYPES } from '../client/pg-types.ts'
import { STATEMENT_DEADLINE_MS, type Deadlines, type StatementClass } from '../client/statement-class.ts'

const CONNECT_TIMEOUT_MS = 5_000

/**
 * Connects knex to a PostgreSQL server, which cancels by `statement_timeout`. A round trip to set it is spent only
 * when the class differs from that of the connection's last statement.
 */
export function createPostgresConnector(
  url: string,
  deadlines: Deadlines = STATEMENT_DEADLINE_MS,
): Connector {
  const currentMs = new WeakMap<pg.Client, number>()

  async function connect(): Promise<pg.Client> {
    const client = createPostgresClient(url)
    await client.connect()
    return client
  }

  async function limit(connection: pg.Client, statementClass: StatementClass): Promise<void> {
    const deadlineMs = deadlines[statementClass]
    if (currentMs.get(connection) === deadlineMs) return
    // In a failed transaction this fails too; the following statement reports the error.
    await connection.query(`SET statement_timeout = ${deadlineMs}`).then(
      () => currentMs.set(connection, deadlineMs),
      () => currentMs.delete(connection),
    )
  }

  return {
    connect,
    limit,
    unlimit: () => {},
    forget: (connection) => void currentMs.delete(connection),
    discard: closeForGood,
    explain: explainDriverError,
  }
}

/** A client with our types, whose lost connection does not end the process. */
export function createPostgresClient(url: string): pg.Client {
  const client = new pg.Client({
    connectionString: url,
    types: PG_TYPES,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'lagesbild',
  })
  client.on('error', () => {})
  return client
}
