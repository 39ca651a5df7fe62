import { setTimeout as delay } from 'node:timers/promises'
import type { Knex } from 'knex'
import { OPEN_TRANSACTIONS_SQL } from './open-transactions.ts'

const POLL_MS = 100

/**
 * Waits until every transaction that is open now in the same database has ended. Until then rows that it may still see
 * stay in the files, whatever is done to the table: `VACUUM FULL` copies them.
 *
 * @param maxMs how long to wait at most
 * @returns how many are still open after that; 0 = all have ended
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
