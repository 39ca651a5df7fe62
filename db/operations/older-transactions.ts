import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { OPEN_TRANSACTIONS_SQL } from './open-transactions.ts'

const POLL_MS = 100

/**
 * Waits until every transaction now open in the database has ended. Until then `VACUUM FULL` copies rows that they
 * may still see, so they stay in the files.
 *
 * @param maxMs how long to wait at most
 * @returns number still open after that
 */
export async function olderTransactionsEnd(knex: Knex, maxMs: number): Promise<number> {
  const older = await openTransactions(knex)
  for (let waitedMs = 0; older.size > 0 && waitedMs < maxMs; waitedMs += POLL_MS) {
    await delay(POLL_MS)
    const open = await openTransactions(knex)
    for (const name of older) if (!open.has(name)) older.delete(name)
  }
  return older.size
}

async function openTransactions(knex: Knex): Promise<Set<string>> {
  const { rows } = await knex.raw(OPEN_TRANSACTIONS_SQL)
  return new Set((rows as { name: string }[]).map(({ name }) => name))
}
