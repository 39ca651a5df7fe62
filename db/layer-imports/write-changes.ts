import type { Knex } from 'knex'
import type { ImportedKind } from '../../server/layer-imports/fields.ts'
import type { LayerChanges } from '../../server/layer-imports/plan-changes.ts'
import { LAYER_TABLES, toRow } from '../layers/layer-tables.ts'

/** Rows of one INSERT: they are encoded together, and an outline may have thousands of corners, a point has none. */
const ROWS_A_STATEMENT = { cameras: 500, 'patrol-zones': 50, 'focus-areas': 50 } as const
const NOTES_A_STATEMENT = 1000

type Replaced = LayerChanges['closed'][number]

interface Writing {
  readonly kind: ImportedKind
  readonly importId: number
  readonly srid: number
}

/** Writes the changes of a delivery, and records the revision that each leaves. */
export async function writeChanges(
  trx: Knex.Transaction,
  { kind, importId, srid }: Writing,
  { added, revised, closed }: LayerChanges,
): Promise<void> {
  const { table } = LAYER_TABLES[kind]
  const rowsAtOnce = ROWS_A_STATEMENT[kind]
  const notes: object[] = []
  const note = (key: string, action: string, hash: string | null, id: number, revision: number) =>
    notes.push({
      import_id: importId,
      external_id: key,
      feature_id: id,
      action,
      content_hash: hash,
      revision,
    })
  for (let start = 0; start < added.length; start += rowsAtOnce) {
    const chunk = added.slice(start, start + rowsAtOnce)
    const rows: { readonly id: number; readonly revision: number }[] = await trx(table)
      .insert(chunk.map((feature) => toRow(kind, feature, srid)))
      .returning(['id', 'revision'])
    chunk.forEach(({ key, contentHash }, at) =>
      note(key, 'added', contentHash, rows[at]!.id, rows[at]!.revision),
    )
  }
  const replace = async (feature: Replaced, contentHash: string | null) => {
    const { featureId: id, revision, key } = feature
    await trx(table)
      .where({ id, revision })
      .update(toRow(kind, feature, srid))
    note(key, contentHash === null ? 'closed' : 'revised', contentHash, id, revision + 1)
  }
  for (const feature of revised) await replace(feature, feature.contentHash)
  for (const feature of closed) await replace(feature, null)
  await trx.batchInsert('layer_import_change', notes, NOTES_A_STATEMENT)
}
