import pg from 'pg'
import { DomainError } from '../../server/engine/errors.ts'
import type { Log } from '../../server/platform/log.ts'
import { closeForGood, type Connector } from '../client/connector.ts'
import { explainDriverError } from '../client/driver-error.ts'
import type { Listeners } from '../client/listeners.ts'
import { PG_TYPES } from '../client/pg-types.ts'
import type { Deadlines, StatementClass } from '../client/statement-class.ts'
import type { Engine } from './engine.ts'

/**
 * Connects knex to the embedded engine. The engine has one session and cannot cancel, so a statement that
 * outlives its class's deadline ends the engine's thread; the next connection opens it again and listens to the
 * same channels.
 */
export function createEmbeddedConnector(options: {
  readonly engine: Engine
  readonly listeners: Listeners
  readonly deadlines: Deadlines
  readonly log: Log
}): Connector {
  const { engine, listeners, deadlines, log } = options
  let watchdog: NodeJS.Timeout | undefined
  let overdue: DomainError | null = null

  async function connect(): Promise<pg.Client> {
    const stream = await engine.open()
    overdue = null
    const client = new pg.Client({
      stream: () => stream,
      user: 'postgres',
      database: 'postgres',
      types: PG_TYPES,
    })
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => listeners.dispatch(channel, payload ?? ''))
    await client.connect()
    // The engine's session outlives its streams: a transaction that the last one left open is rolled back.
    await client.query('ROLLBACK')
    await client.query('DISCARD ALL')
    for (const channel of listeners.channels()) {
      await client.query(`LISTEN "${channel}"`)
      listeners.dispatch(channel, '')
    }
    return client
  }

  async function limit(_connection: pg.Client, statementClass: StatementClass): Promise<void> {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => giveUp(statementClass), deadlines[statementClass])
  }

  function giveUp(statementClass: StatementClass): void {
    const deadlineMs = deadlines[statementClass]
    overdue = new DomainError(
      'deadline-exceeded',
      `A ${statementClass} statement took over ${deadlineMs} ms.`,
    )
    log.error({ statementClass, deadlineMs }, 'a statement took too long; the embedded database is reopened')
    void engine.stop()
  }

  function explain(error: unknown): unknown {
    const explained = explainDriverError(error)
    const lost = explained instanceof DomainError && explained.code === 'database-unavailable'
    return lost && overdue !== null ? overdue : explained
  }

  return {
    connect,
    limit,
    unlimit: () => clearTimeout(watchdog),
    forget: () => {},
    // A running statement goes on to its end; the next connection's statements wait for it.
    discard: closeForGood,
    explain,
  }
}
