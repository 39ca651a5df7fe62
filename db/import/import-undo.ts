import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import { UNDONE } from './import-revise.ts'
import { undoRestore } from './import-undo-restore.ts'
import { undoRetract } from './import-undo-retract.ts'
import { within } from '../client/statement-class.ts'
import { IMPORT_MESSAGES } from '../../server/import/messages.ts'

/**
 * Undoes an import in the caller's transaction: its revisions are followed by the state before, incidents that it
 * added are retracted. Rows that a person has retracted, or another import has revised since, stay as they are.
 *
 * @throws DomainError `conflict` when the import is not done
 */
export async function undoImport(trx: Knex.Transaction, importId: number): Promise<void> {
  const marked = await trx('import').where({ id: importId, state: 'done' }).update({ state: 'undone' })
  if (marked === 0) throw new DomainError('conflict', IMPORT_MESSAGES.notDone(importId))
  await within('bulk', trx.raw(undoRestore, [importId, importId]))
  await within('bulk', trx.raw(undoRetract, [`${UNDONE}${importId}`, importId]))
}
