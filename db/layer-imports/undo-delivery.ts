import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { LayerImportStatus } from '../../server/layer-imports/repository.ts'
import { UNDO_ADDED_SQL } from './undo-added.ts'
import { RESTORED_SQL } from './restored-revision.ts'
import { fromRow, LAYER_TABLES, type LayerRow, toRow } from '../layers/layer-tables.ts'
import { DELIVERY_MESSAGES as MESSAGES } from '../../server/layer-imports/messages.ts'

interface ChangeRow {
  readonly feature_id: number
  readonly external_id: string
  readonly action: 'added' | 'revised' | 'closed'
  readonly revision: number
}

/**
 * Undoes a delivery in the caller's transaction: features that it added are removed, those that it revised or closed
 * restored. Features changed since, or whose earlier state is erased, stay.
 *
 * @returns number of features that stay
 * @throws DomainError `conflict` when it is undone, or a later one of its register is not
 */
export async function undoDelivery(
  trx: Knex.Transaction,
  { id, kind, register }: Pick<LayerImportStatus, 'id' | 'kind' | 'register'>,
  { by, atMs, srid }: { readonly by: string; readonly atMs: number; readonly srid: number },
): Promise<number> {
  const later: { readonly id: number; readonly fileName: string }[] = await trx('layer_import')
    .where({ kind, register, undone_at: null })
    .where('id', '>', id)
    .orderBy('id', 'desc')
    .select('id', 'file_name as fileName')
  if (later.length > 0) throw new DomainError('conflict', MESSAGES.laterDeliveries(id, later))
  const marked = await trx('layer_import')
    .where({ id, undone_at: null })
    .update({ undone_by: by, undone_at: new Date(atMs) })
  if (marked === 0) throw new DomainError('conflict', MESSAGES.undoneAlready(id))
  const { table } = LAYER_TABLES[kind]
  const changes: ChangeRow[] = await trx('layer_import_change')
    .where({ import_id: id })
    .orderBy('feature_id')
    .select('feature_id', 'external_id', 'action', 'revision')
  const replaced = changes.filter(({ action }) => action !== 'added')
  const { rowCount } = (await trx.raw(UNDO_ADDED_SQL, [table, id])) as { rowCount: number }
  let kept = changes.length - replaced.length - rowCount
  for (const { feature_id, external_id, revision } of replaced) {
    const past = await trx('layer_revision')
      .where({ kind: table, feature_id, revision: revision - 1 })
      .first('properties')
    const changed =
      past === undefined
        ? 0
        : await trx(table)
            .where({ id: feature_id, revision })
            .update(toRow(kind, fromRow(kind, past.properties as LayerRow), srid))
    kept += 1 - changed
    if (changed > 0) await trx.raw(RESTORED_SQL, [revision + 1, id, revision - 1, external_id, id])
  }
  return kept
}
