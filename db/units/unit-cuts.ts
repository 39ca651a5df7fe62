import type { Knex } from 'knex'
import type { UnitCut } from '../../server/engine/units/unit-cut.ts'
import type { UnitCutRepository } from '../../server/units/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'

/**
 * Cuts of units: one a calendar month (and one before it that discloses nothing), made by the first of several
 * servers.
 */
export function createUnitCutRepository({ knex }: DatabaseHandle): UnitCutRepository {
  return {
    async add({ madeAtMs, epoch, visible, version, discloses }, month) {
      const kept = await knex('unit_cut')
        .insert({ month, made_at: new Date(madeAtMs), epoch, visible, snapshot_version: version, discloses })
        .onConflict(['epoch', 'month', 'discloses'])
        .ignore()
        .returning('id')
      return kept.length > 0
    },
  }
}

interface UnitCutRow {
  readonly id: number
  readonly made_at: Date
  readonly epoch: string
  readonly visible: string
  readonly snapshot_version: string
  readonly discloses: boolean
  readonly purges: number
}

/** The latest cut of this database that a snapshot of it saw. @param visible text of a `pg_snapshot`; null = now */
export async function readUnitCut(trx: Knex.Transaction, visible: string | null): Promise<UnitCut | null> {
  const cuts = trx<UnitCutRow>('unit_cut')
    .select(
      'id',
      'made_at',
      'epoch',
      'snapshot_version',
      'discloses',
      'purges',
      trx.raw('visible::text AS visible'),
    )
    .where('epoch', trx('city').select('epoch'))
    .orderBy('id', 'desc')
  if (visible !== null) cuts.whereRaw('pg_visible_in_snapshot(change_xid, ?::pg_snapshot)', [visible])
  const row = (await cuts.first()) as UnitCutRow | undefined
  if (row === undefined) return null
  return {
    id: row.id,
    madeAtMs: new Date(row.made_at).getTime(),
    epoch: row.epoch,
    visible: row.visible,
    version: row.snapshot_version,
    discloses: row.discloses,
    purges: row.purges,
  }
}
