import { expect } from 'vitest'
import type { TestDatabase } from '../support/databases.ts'

/** Waits for the transactions that run now in any database of the cluster: other tests' may still see what is to go. */
export async function olderEnded({ knex }: TestDatabase): Promise<void> {
  const { rows } = await knex.raw('SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next')
  const sql = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) >= ?::xid8 AS ended'
  const ended = async () => (await knex.raw(sql, [rows[0].next])).rows[0].ended
  await expect.poll(ended, { timeout: 60_000 }).toBe(true)
}
