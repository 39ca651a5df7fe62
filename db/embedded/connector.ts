import pg from 'pg'
import { DomainError } from '../../server/domain/errors.ts'
import type { Log } from '../../server/domain/log.ts'
import { closeForGood, type Connector } from '../connector.ts'
import { explainDriverError } from '../driver-error.ts'
import type { Notifications } from '../notifications.ts'
import { PG_TYPES } from '../pg-types.ts'
import { STATEMENT_DEADLINE_MS, type Deadlines, type StatementClass } from '../statement-class.ts'
import type { Engine } from './engine.ts'

/**
 * Connects knex to the embedded engine. The engine has one session and cannot cancel, so a statement that
 * outlives its class's deadline ends the engine's thread; the next connection opens it again.
 */
export function createEmbeddedConnector(options: {
  readonly engine: Engine
  readonly log: Log
  readonly deadlines?: Deadlines
}): { readonly connector: Connector; readonly notifications: Notifications } {
  const { engine, log, deadlines = STATEMENT_DEADLINE_MS } = options
  const listeners = new Map<string, Set<(payload: string) => void>>()
  let watchdog: NodeJS.Timeout | undefined
  let overdue: DomainError | null = null
  let session: pg.Client | null = null

  async function connect(): Promise<pg.Client> {
    const stream = await engine.open()
    const client = new pg.Client({
      stream: () => stream,
      user: 'postgres',
      database: 'postgres',
      types: PG_TYPES,
    })
    client.on('error', () => {})
    client.on('notification', ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? '')
    })
    await client.connect()
    // The engine's session outlives its streams: whatever the last one left open is not this one's.
    await client.query('ROLLBACK')
    await client.query('DISCARD ALL')
    for (const [channel, callbacks] of listeners) {
      await client.query(`LISTEN "${channel}"`)
      for (const callback of callbacks) callback('')
    }
    session = client
    return client
  }

  async function limit(_connection: pg.Client, statementClass: StatementClass): Promise<void> {
    clearTimeout(watchdog)
    const deadlineMs = deadlines[statementClass]
    watchdog = setTimeout(() => {
      overdue = new DomainError(
        'deadline-exceeded',
        `A ${statementClass} statement took over ${deadlineMs} ms.`,
      )
      log.error(
        { statementClass, deadlineMs },
        'a statement outlived its deadline; the embedded database is reopened',
      )
      void engine.stop()
    }, deadlineMs)
  }

  function explain(error: unknown): unknown {
    const explained = explainDriverError(error)
    if (overdue === null || !(explained instanceof DomainError)) return explained
    const reason = overdue
    overdue = null
    return reason
  }

  const listen: Notifications['listen'] = async (channel, onNotify) => {
    const known = listeners.get(channel)
    const callbacks = known ?? new Set()
    callbacks.add(onNotify)
    listeners.set(channel, callbacks)
    if (!known) await session?.query(`LISTEN "${channel}"`).catch(() => {})
    return async () => {
      callbacks.delete(onNotify)
    }
  }

  return {
    connector: {
      connect,
      limit,
      unlimit: () => clearTimeout(watchdog),
      forget: () => {},
      // What runs on goes on to its end; the next connection's statements wait behind it.
      discard: closeForGood,
      explain,
    },
    notifications: { listen },
  }
}
