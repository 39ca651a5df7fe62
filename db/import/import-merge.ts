import type { Knex } from 'knex'
import { dropRepeats } from './import-drop-repeats.ts'
import { findRepeats } from './import-find-repeats.ts'
import { insertNew } from './import-insert.ts'
import { keepRejects } from './import-keep-rejects.ts'
import { revise } from './import-revise.ts'
import { type StageTables, stageTables } from './import-stage-tables.ts'
import { within } from '../client/statement-class.ts'

/**
 * Joins by hash or in order, never row by row: the statistics know nothing of a source whose rows came since they were
 * gathered, in this very transaction perhaps, and rows joined one by one with rows taken for few need hours.
 */
const MERGE_SETTINGS = "SET LOCAL work_mem = '128MB'; SET LOCAL enable_nestloop = off"

/** Imported rows from which ANALYZE may be needed. */
const ANALYZE_FROM_ROWS = 5000
/** Analyzed when the table has doubled since the last ANALYZE. */
const OUTGROWN = `
SELECT pg_relation_size(oid) / current_setting('block_size')::int >= 2 * relpages AS outgrown
FROM pg_class WHERE oid = 'incident'::regclass`
/** Lines of the file that one statement takes: each stays well within its deadline, however large the file. */
const SLICE_LINES = 250_000

/**
 * Turns staged rows into incidents and revisions, in the caller's transaction: all or nothing.
 *
 * Identical repeats of an id count once, the others are duplicates; rows of an id that differ within the file are all
 * rejected. accepted + rejected + duplicates = rowsRead, which a constraint of the table checks.
 */
export async function mergeStage(
  trx: Knex.Transaction,
  options: {
    readonly importId: number
    readonly sourceOrdinal: number
    readonly rowsRead: number
    readonly srid: number
  },
): Promise<void> {
  const { importId, sourceOrdinal, rowsRead, srid } = options
  const tables = stageTables(importId)
  await trx.raw(MERGE_SETTINGS)
  await run(trx, `ANALYZE ${tables.rows} (line, external_id, content_hash)`)
  /* Imports of one source wait for each other: both would insert the same new ids. */
  await run(trx, 'SELECT FROM source WHERE ordinal = ? FOR NO KEY UPDATE', [sourceOrdinal])
  const repeats = await run(trx, findRepeats(tables))
  const rejected = await run(trx, keepRejects(tables), [importId, importId])
  if (repeats > 0) await run(trx, dropRepeats(tables))
  let [revised, inserted] = [0, 0]
  const lastLine = await lastStagedLine(trx, tables)
  for (let from = 0; from <= lastLine; from += SLICE_LINES) {
    const lines = [from, from + SLICE_LINES]
    revised += await run(trx, revise(tables, srid), [importId, sourceOrdinal, ...lines])
    inserted += await run(trx, insertNew(tables, srid), [importId, sourceOrdinal, ...lines, sourceOrdinal])
  }
  const accepted = inserted + revised
  const duplicates = rowsRead - rejected - accepted
  await trx('import')
    .where({ id: importId })
    .update({ state: 'done', finished_at: trx.fn.now(), accepted, revised, rejected, duplicates })
  if (inserted >= ANALYZE_FROM_ROWS && (await isOutgrown(trx))) await run(trx, 'SELECT analyze_incidents()')
}

async function isOutgrown(trx: Knex.Transaction): Promise<boolean> {
  const { rows } = (await trx.raw(OUTGROWN)) as { readonly rows: readonly { readonly outgrown: boolean }[] }
  return rows[0]!.outgrown
}

async function lastStagedLine(trx: Knex.Transaction, { rows }: StageTables): Promise<number> {
  const found: { readonly max: number | null }[] = await trx(rows).max('line as max')
  return found[0]?.max ?? 0
}

/** @returns the number of rows that the statement wrote */
async function run(
  trx: Knex.Transaction,
  sql: string,
  bindings: readonly Knex.RawBinding[] = [],
): Promise<number> {
  const { rowCount } = (await within('bulk', trx.raw(sql, bindings))) as { readonly rowCount: number | null }
  return rowCount ?? 0
}
