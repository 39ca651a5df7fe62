import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import { copyIn } from '../client/bulk-copy.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { encodeRejectedRows, encodeStagedRows, REJECT_COLUMNS, STAGE_COLUMNS } from './import-copy-rows.ts'
import { mergeStage } from './import-merge.ts'
import type { ImportSession } from './import-session.ts'
import { dropStageTables, stageTables } from './import-stage-tables.ts'
import type { ImportStage, ImportStatus } from '../../server/import/repository.ts'
import { IMPORT_MESSAGES } from '../../server/import/messages.ts'

/** Largest number of rows in a file for the embedded database. */
export const MAX_EMBEDDED_ROWS = 250_000

const UNDEFINED_TABLE = '42P01'

export interface StageOptions {
  readonly importId: number
  readonly sourceOrdinal: number
  /** Reads the import's committed row. */
  readonly status: () => Promise<ImportStatus>
  /** Called once, when no work of the import is in flight any more. */
  readonly onEnd: () => void
}

/** The stage of one import, its rows in temporary tables of the session. */
export function createImportStage(
  handle: DatabaseHandle,
  session: ImportSession,
  { importId, sourceOrdinal, status, onEnd }: StageOptions,
): ImportStage {
  const { knex, kind } = handle
  const tables = stageTables(importId)
  let staged = 0
  let ended = false

  async function copy(
    table: string,
    columns: readonly string[],
    bytes: Uint8Array,
    rows: number,
  ): Promise<void> {
    staged += rows
    if (kind === 'embedded' && staged > MAX_EMBEDDED_ROWS) throw tooManyRows()
    await onStage((trx) => copyIn(trx, { table, columns, format: 'binary' }, [bytes]))
  }

  /** Missing tables mean a new session: the embedded engine was restarted. */
  async function onStage<T>(steps: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
    try {
      return await session.transaction(steps)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE)) throw error
      throw new DomainError('database-unavailable', 'The database was started anew.', { cause: error })
    }
  }

  /** Drops the staging tables and returns the session; if that fails the session is closed, and they vanish with it. */
  async function end(): Promise<void> {
    if (ended) return
    ended = true
    const dropped = session.transaction((trx) => trx.raw(dropStageTables(tables)))
    const failed = await dropped.then(
      () => false,
      () => true,
    )
    session.end(failed)
    onEnd()
  }

  return {
    importId,
    write: (rows) => copy(tables.rows, STAGE_COLUMNS, encodeStagedRows(rows), rows.length),
    reject: (rows) => copy(tables.rejects, REJECT_COLUMNS, encodeRejectedRows(rows), rows.length),
    async progress(bytesRead, rowsRead) {
      await knex('import').where({ id: importId }).update({ bytes_read: bytesRead, rows_read: rowsRead })
    },
    async settle(mapping) {
      await knex('import')
        .where({ id: importId })
        .update({ mapping: JSON.stringify(mapping) })
    },
    async merge(rowsRead) {
      await knex('import').where({ id: importId }).update({ state: 'merging', rows_read: rowsRead })
      await onStage((trx) => mergeStage(trx, { importId, sourceOrdinal, rowsRead, srid: handle.srid }))
      await end()
      return status()
    },
    async abort(error) {
      await end()
      // After a connection lost during COMMIT the outcome is unknown: an import that is done stays done.
      await knex('import')
        .where({ id: importId })
        .whereIn('state', ['reading', 'merging'])
        .update({ state: 'failed', error: error.en, error_sv: error.sv, finished_at: knex.fn.now() })
      return status()
    },
  }
}

function tooManyRows(): DomainError {
  return new DomainError('too-large', IMPORT_MESSAGES.embeddedLimit(MAX_EMBEDDED_ROWS))
}
