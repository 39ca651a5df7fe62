import type { Knex } from 'knex'
import { within } from './statement-class.ts'

const STAMPED = ['incident', 'area', 'source', 'camera', 'patrol_zone', 'focus_area', 'proposal']

/**
 * Begins a new epoch of the change feed after a restore. Transaction ids are counted in a cluster: those that a
 * restored row brings along may lie in this cluster's future, so they are set to this transaction, without a
 * revision. States as of an earlier epoch can no longer be rebuilt.
 */
export async function renewEpoch(knex: Knex, cluster: string): Promise<void> {
  await knex.transaction(async (trx) => {
    for (const table of STAMPED) {
      await trx.raw(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
      await within(
        'migration',
        trx.raw(
          `UPDATE ${table} SET change_xid = pg_current_xact_id() WHERE change_xid > pg_current_xact_id()`,
        ),
      )
      await trx.raw(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
    }
    await pullHistoryBack(trx)
    await trx.raw('DELETE FROM layer_change WHERE change_xid > pg_current_xact_id()')
    await trx.raw(
      `UPDATE city SET epoch = gen_random_uuid(), feed_horizon = '0', erased_xid = '0', cluster = ?`,
      [cluster],
    )
  })
}

/** Dates all history as of now, so its retention begins again. */
async function pullHistoryBack(trx: Knex.Transaction): Promise<void> {
  await trx.raw("SET LOCAL lagesbild.purge = 'on'")
  for (const table of ['incident_revision', 'layer_revision']) {
    const statement = `UPDATE ${table}
SET began_xid = least(began_xid, pg_current_xact_id()), ended_xid = pg_current_xact_id()
WHERE ended_xid > pg_current_xact_id()`
    await within('migration', trx.raw(statement))
  }
  await trx.raw('DELETE FROM erasure_mark')
}
