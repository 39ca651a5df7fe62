import type { Knex } from 'knex'
import { notFound } from '../../server/engine/errors.ts'
import type { ImportedKind } from '../../server/layer-imports/fields.ts'
import type { KnownFeature, LayerChanges } from '../../server/layer-imports/plan-changes.ts'
import type {
  LayerDelivery,
  LayerImportRepository,
  LayerImportStatus,
} from '../../server/layer-imports/repository.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { fromRow, LAYER_TABLES, type LayerRow } from '../layers/layer-tables.ts'
import { KNOWN_FEATURES_SQL } from './known-features.ts'
import { undoDelivery } from './undo-delivery.ts'
import { writeChanges } from './write-changes.ts'

/** Serialises deliveries and manual changes of a layer; reads are not blocked. */
export const lockLayer = (trx: Knex.Transaction, kind: ImportedKind) =>
  trx.raw('LOCK TABLE layer_import, ?? IN SHARE ROW EXCLUSIVE MODE', [LAYER_TABLES[kind].table])

/** Deliveries of registers, each in one transaction. */
export function createLayerImportRepository({ knex, srid }: DatabaseHandle): LayerImportRepository {
  async function find(id: number): Promise<LayerImportStatus | null> {
    const row = await knex<DeliveryRow>('layer_import').where({ id }).first()
    return row === undefined ? null : statusOf(row)
  }
  return {
    find,
    known: (kind, register) => readKnown(knex, kind, register),
    async list(limit, before) {
      const query = knex<DeliveryRow>('layer_import').orderBy('id', 'desc').limit(limit)
      const rows = await (before === null ? query : query.where('id', '<', before))
      return rows.map(statusOf)
    },
    store: (delivery, plan) =>
      refusing(() =>
        knex.transaction(async (trx) => {
          await lockLayer(trx, delivery.kind)
          const changes = plan(await readKnown(trx, delivery.kind, delivery.register))
          if (isNothing(changes)) return { changes, status: null }
          const [row] = await trx<DeliveryRow>('layer_import').insert(rowOf(delivery, changes)).returning('*')
          await writeChanges(trx, { kind: delivery.kind, importId: row!.id, srid }, changes)
          return { changes, status: statusOf(row!) }
        }),
      ),
    async undo(id, by, atMs) {
      const delivery = await find(id)
      if (delivery === null) throw notFound('import', id)
      const kept = await refusing(() =>
        knex.transaction(async (trx) => {
          await lockLayer(trx, delivery.kind)
          return undoDelivery(trx, delivery, { by, atMs, srid })
        }),
      )
      return { status: (await find(id))!, kept }
    },
  }
}

interface DeliveryRow {
  readonly id: number
  readonly kind: ImportedKind
  readonly register: string
  readonly file_name: string
  readonly mapping: unknown
  readonly rows_read: number
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly repeated: number
  readonly rejected: number
  readonly absent: number
  readonly closed: number
  readonly imported_by: string
  readonly imported_at: Date
  readonly undone_by: string | null
  readonly undone_at: Date | null
}

interface KnownRow {
  readonly external_id: string
  readonly feature_id: number
  readonly content_hash: string | null
  readonly revision: number
}

async function readKnown(db: Executor, kind: ImportedKind, register: string): Promise<KnownFeature[]> {
  const { rows } = (await db.raw(KNOWN_FEATURES_SQL, [kind, register])) as { rows: KnownRow[] }
  const live = (await db(LAYER_TABLES[kind].table)) as LayerRow[]
  const byId = new Map(live.map((row) => [row.id, row]))
  return rows.map(({ external_id, feature_id, content_hash, revision }) => {
    const row = byId.get(feature_id)
    const feature = row === undefined ? null : fromRow(kind, row)
    return { key: external_id, featureId: feature_id, contentHash: content_hash, revision, live: feature }
  })
}

function isNothing({ added, revised, closed }: LayerChanges): boolean {
  return added.length + revised.length + closed.length === 0
}

function rowOf(
  delivery: LayerDelivery,
  changes: LayerChanges,
): Omit<DeliveryRow, 'id' | 'undone_by' | 'undone_at'> {
  return {
    kind: delivery.kind,
    register: delivery.register,
    file_name: delivery.fileName,
    mapping: JSON.stringify(delivery.mapping),
    rows_read: delivery.rowsRead,
    added: changes.added.length,
    revised: changes.revised.length,
    unchanged: changes.unchanged,
    repeated: delivery.repeated,
    rejected: delivery.rejected,
    absent: changes.absent.length,
    closed: changes.closed.length,
    imported_by: delivery.by,
    imported_at: new Date(delivery.atMs),
  }
}

function statusOf(row: DeliveryRow): LayerImportStatus {
  return {
    id: row.id,
    kind: row.kind,
    register: row.register,
    fileName: row.file_name,
    state: row.undone_at === null ? 'done' : 'undone',
    rowsRead: row.rows_read,
    added: row.added,
    revised: row.revised,
    unchanged: row.unchanged,
    repeated: row.repeated,
    rejected: row.rejected,
    absent: row.absent,
    closed: row.closed,
    importedAt: row.imported_at.toISOString(),
    undoneAt: row.undone_at?.toISOString() ?? null,
  }
}
