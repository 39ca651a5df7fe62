import type { Knex } from 'knex'
import { DisclosureConflict } from '../../server/releases/disclosure-log.ts'
import type { Executor } from '../client/handle.ts'

/** How often anything was told so far. */
export async function countDisclosures(db: Executor): Promise<number> {
  const row = await db('told').first('times')
  return row.times
}

/**
 * Counts one more thing told, whose attack knew of so many. The row stays locked until the transaction ends, so that
 * whoever else is about to tell waits, and then finds another count than his.
 *
 * @throws DisclosureConflict when more had been told by then
 */
export async function logDisclosure(transaction: Knex.Transaction, known: number): Promise<void> {
  const counted = await transaction('told').where({ times: known }).increment('times')
  if (counted === 0) throw new DisclosureConflict()
}
