import type { Knex } from 'knex'
import type { Reclaimed, Reclaiming } from '../../server/operations/erasure.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { olderTransactionsEnd } from './older-transactions.ts'
import { within } from '../client/statement-class.ts'

/** Tables that the purge deletes from, and those that may hold names and settings of former rows. */
const TABLES = [
  'incident',
  'incident_revision',
  'import',
  'import_reject',
  'layer_revision',
  'audit_event',
  'session',
  'invitation',
  'api_key',
  'review_evidence',
  'review_seal',
  'observation_text',
  'work_item',
  'work_item_revision',
]

/** The planner's samples of values, some of staged files. */
const STATISTICS = 'pg_statistic'

/** How long a rewrite waits for transactions that may still read erased rows, such as a backup. */
const WAIT_TIMEOUT_MS = 60_000

/**
 * Removes erased rows from the files: gradually, as later rows reuse the space, or at once by rewriting tables and
 * indexes when no transaction can see the rows any more. On the embedded database the write-ahead log is dropped too;
 * elsewhere it rotates by its own rules.
 */
export async function reclaimSpace(
  { knex, kind }: DatabaseHandle,
  how: Reclaiming,
  timeoutMs: number = WAIT_TIMEOUT_MS,
): Promise<Reclaimed> {
  const awaited = how === 'rewrite' && kind === 'postgis'
  const openTransactions = awaited ? await olderTransactionsEnd(knex, timeoutMs) : 0
  const options = how === 'rewrite' ? 'FULL, ANALYZE' : 'ANALYZE'
  const mayRewriteStatistics = how === 'rewrite' && (await isSuperuser(knex))
  // ANALYZE keeps the samples of a table that has become empty.
  if (mayRewriteStatistics) await knex(STATISTICS).whereIn('starelid', oidsOf(knex)).delete()
  for (const table of TABLES) await within('migration', knex.raw(`VACUUM (${options}) ${table}`))
  if (how === 'reuse') return { notRewritten: [], openTransactions }
  if (mayRewriteStatistics) await within('migration', knex.raw(`VACUUM (FULL) ${STATISTICS}`))
  if (kind === 'embedded') await dropWriteAheadLog(knex)
  return { notRewritten: mayRewriteStatistics ? [] : [STATISTICS], openTransactions }
}

function oidsOf(knex: Knex): Knex.QueryBuilder {
  return knex('pg_class')
    .select('oid')
    .whereIn('relname', TABLES)
    .whereRaw("relnamespace = 'public'::regnamespace")
}

async function isSuperuser(knex: Knex): Promise<boolean> {
  const { rows } = await knex.raw("SELECT current_setting('is_superuser') = 'on' AS yes")
  return (rows[0] as { yes: boolean }).yes
}

/** With `wal_recycle` off, segments that a checkpoint has no use for are removed instead of renamed with their bytes. */
async function dropWriteAheadLog(knex: Knex): Promise<void> {
  await knex.raw('SET wal_recycle = off')
  await knex.raw('SELECT pg_switch_wal()')
  await within('migration', knex.raw('CHECKPOINT'))
  await knex.raw('SELECT pg_switch_wal()')
  await within('migration', knex.raw('CHECKPOINT'))
}
