import { notFound } from '../../server/engine/errors.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { type ImportSession, openImportSession } from './import-session.ts'
import { createImportStage } from './import-stage.ts'
import { undoImport } from './import-undo.ts'
import { createStageTables, stageTables } from './import-stage-tables.ts'
import { sessionName, sweepDeadImports } from './import-sweep.ts'
import type {
  ImportRepository,
  ImportStage,
  ImportState,
  ImportStatus,
  RejectedRow,
} from '../../server/import/repository.ts'
import { IMPORT_MESSAGES } from '../../server/import/messages.ts'

const EMBEDDED_OWNER = 'embedded'

interface ImportRow {
  readonly id: number
  readonly source_id: string
  readonly file_name: string
  readonly state: ImportState
  readonly bytes_read: bigint
  readonly bytes_total: bigint | null
  readonly rows_read: number
  readonly accepted: number
  readonly revised: number
  readonly rejected: number
  readonly duplicates: number
  readonly mapping: { readonly unknownTimes?: Readonly<Record<string, string | null>> } | null
  readonly error: string | null
  readonly error_sv: string | null
  readonly started_at: Date
  readonly finished_at: Date | null
}

/** Imports on either database: staged in a dedicated session, merged in one transaction, undone as new revisions. */
export function createImportRepository(handle: DatabaseHandle): ImportRepository {
  const { knex, kind } = handle
  const atWork = new Set<number>()

  const statuses = () =>
    knex('import')
      .join('source', 'source.ordinal', 'import.source_ordinal')
      .select('import.*', 'source.id as source_id')

  async function find(id: number): Promise<ImportStatus | null> {
    const row = (await statuses().where('import.id', id).first()) as ImportRow | undefined
    return row === undefined ? null : toStatus(row)
  }

  async function status(id: number): Promise<ImportStatus> {
    const found = await find(id)
    if (found === null) throw notFound('import', id)
    return found
  }

  async function openStage(
    session: ImportSession,
    file: Parameters<ImportRepository['begin']>[0],
  ): Promise<ImportStage> {
    const source: { readonly ordinal: number } | undefined = await knex('source')
      .where({ id: file.sourceId })
      .first('ordinal')
    if (source === undefined) throw notFound('source', file.sourceId)
    const owner = kind === 'embedded' ? EMBEDDED_OWNER : await ownerOf(session)
    const [row]: { readonly id: number }[] = await knex('import')
      .insert({
        source_ordinal: source.ordinal,
        file_name: file.fileName,
        mapping: JSON.stringify(file.mapping),
        sha256: file.sha256,
        bytes_total: file.bytesTotal,
        state: 'reading',
        owner,
      })
      .returning('id')
    const importId = row!.id
    atWork.add(importId)
    const stage = createImportStage(handle, session, {
      importId,
      sourceOrdinal: source.ordinal,
      status: () => status(importId),
      onEnd: () => atWork.delete(importId),
    })
    try {
      await session.transaction((trx) => trx.raw(createStageTables(stageTables(importId))))
    } catch (error) {
      await stage.abort(IMPORT_MESSAGES.notStarted).catch(() => {})
      throw error
    }
    return stage
  }

  return {
    find,
    async begin(file) {
      const session = await openImportSession(handle)
      try {
        return await openStage(session, file)
      } catch (error) {
        session.end(true)
        throw error
      }
    },
    async list(limit, before) {
      const query = statuses().orderBy('import.id', 'desc').limit(limit)
      if (before !== null) query.where('import.id', '<', before)
      return ((await query) as ImportRow[]).map(toStatus)
    },
    async rejects(id, afterLine, limit) {
      const rows: RejectedRow[] = await knex('import_reject')
        .where({ import_id: id })
        .where('line', '>', afterLine)
        .orderBy(['line', 'ordinal'])
        .limit(limit)
        .select('line', 'column_name as column', 'reason', 'detail', 'text')
      return rows
    },
    async undo(id) {
      await status(id)
      await knex.transaction((trx) => undoImport(trx, id))
      return status(id)
    },
    async sweep() {
      const { rowCount }: { readonly rowCount: number | null } = await knex.raw(sweepDeadImports, [
        IMPORT_MESSAGES.processEnded.en,
        IMPORT_MESSAGES.processEnded.sv,
        [...atWork],
      ])
      return rowCount ?? 0
    },
  }
}

async function ownerOf(session: ImportSession): Promise<string | null> {
  const { rows } = await session.transaction<{ readonly rows: readonly { readonly owner: string }[] }>(
    async (trx) => trx.raw(sessionName),
  )
  return rows[0]?.owner ?? null
}

function toStatus(row: ImportRow): ImportStatus {
  return {
    id: row.id,
    sourceId: row.source_id,
    fileName: row.file_name,
    state: row.state,
    bytesRead: Number(row.bytes_read),
    bytesTotal: row.bytes_total === null ? null : Number(row.bytes_total),
    rowsRead: row.rows_read,
    accepted: row.accepted,
    revised: row.revised,
    rejected: row.rejected,
    duplicates: row.duplicates,
    unknownTimes: named(row.mapping?.unknownTimes ?? {}),
    error: row.error === null ? null : { sv: row.error_sv ?? row.error, en: row.error },
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at === null ? null : row.finished_at.toISOString(),
  }
}

function named(times: Readonly<Record<string, string | null>>): ImportStatus['unknownTimes'] {
  return Object.fromEntries(Object.entries(times).filter(([, time]) => time !== null))
}
