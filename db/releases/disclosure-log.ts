import type { Knex } from 'knex'
import { DisclosureConflict } from '../../server/releases/disclosure-log.ts'
import type { Executor } from '../client/handle.ts'

/** The number of disclosures so far. */
export async function countDisclosures(db: Executor): Promise<number> {
  const row = await db('told').first('times')
  return row.times
}

/**
 * Counts one disclosure, whose attack included `known` earlier ones. The row stays locked until the transaction ends,
 * so that a concurrent publication waits and then finds a changed count.
 *
 * @throws DisclosureConflict when the count has changed
 */
export async function logDisclosure(transaction: Knex.Transaction, known: number): Promise<void> {
  const counted = await transaction('told').where({ times: known }).increment('times')
  if (counted === 0) throw new DisclosureConflict()
}
