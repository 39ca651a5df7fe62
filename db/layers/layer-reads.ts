import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type {
  ContextFeature,
  ContextKind,
  FeatureKind,
  LayerContents,
  PlanarFeature,
} from '../../server/engine/snapshot/features.ts'
import { decodeEwkb } from '../client/ewkb.ts'
import { LAYER_TABLES, fromRow, type LayerRow } from './layer-tables.ts'
import { IS_PAST_SQL, SNAPSHOT_TEXT } from '../feed/as-of-incidents.ts'
import { layerAsOfSql } from './layer-as-of.ts'
import { fromSourceRow, type SourceRow } from '../sources/source-rows.ts'
import { readUnitCut } from '../units/unit-cuts.ts'

/** One small layer by ascending id. */
export async function readLayer<K extends FeatureKind>(knex: Knex, kind: K): Promise<PlanarFeature<K>[]> {
  const rows = (await knex(LAYER_TABLES[kind].table).orderBy('id')) as LayerRow[]
  return rows.map((row) => fromRow(kind, row))
}

/** All small layers in one database snapshot, each by ascending id. */
export function readLayers(knex: Knex): Promise<LayerContents> {
  return inOneSnapshot(knex, async (trx) =>
    contents(
      trx,
      async (table) => (await trx(table).orderBy('id')) as LayerRow[],
      async () => (await trx('source').orderBy('ordinal')) as SourceRow[],
      await readUnitCut(trx, null),
    ),
  )
}

/**
 * The small layers as a stored `pg_snapshot` saw them. The context is today's, because no figure depends on it.
 *
 * @throws DomainError `unprocessable` when the text is no snapshot of this database's past
 */
export function readLayersAsOf(
  knex: Knex,
  visible: string,
  knownContext?: readonly ContextFeature[],
): Promise<LayerContents> {
  return inOneSnapshot(knex, async (trx) => {
    await checkIsPast(trx, visible)
    const states = async <T>(table: string): Promise<T[]> => {
      const { rows } = (await trx.raw(layerAsOfSql(table), [visible])) as { rows: { properties: T }[] }
      return rows.map(({ properties }) => properties)
    }
    const cut = await readUnitCut(trx, visible)
    return contents(trx, states<LayerRow>, () => states<SourceRow>('source'), cut, knownContext)
  })
}

async function checkIsPast(trx: Knex.Transaction, visible: string): Promise<void> {
  if (SNAPSHOT_TEXT.test(visible)) {
    const { rows } = (await trx.raw(IS_PAST_SQL, [visible])) as { rows: { past: boolean }[] }
    if (rows[0]?.past) return
  }
  throw new DomainError('unprocessable', 'The stored state cannot be told: it is not of this database.')
}

function inOneSnapshot<T>(knex: Knex, read: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  return knex.transaction(read, { isolationLevel: 'repeatable read', readOnly: true })
}

async function contents(
  trx: Knex.Transaction,
  rowsOf: (table: string) => Promise<LayerRow[]>,
  sourceRows: () => Promise<SourceRow[]>,
  cut: LayerContents['cut'],
  knownContext?: readonly ContextFeature[],
): Promise<LayerContents> {
  const layer = async <K extends FeatureKind>(kind: K): Promise<PlanarFeature<K>[]> =>
    (await rowsOf(LAYER_TABLES[kind].table)).map((row) => fromRow(kind, row))
  return {
    cameras: await layer('cameras'),
    'patrol-zones': await layer('patrol-zones'),
    'focus-areas': await layer('focus-areas'),
    areas: await layer('areas'),
    proposals: await layer('proposals'),
    sources: (await sourceRows()).map(fromSourceRow),
    cut,
    context: knownContext ?? (await readContext(trx)),
  }
}

interface ContextRow {
  readonly id: number
  readonly kind: ContextKind
  readonly name: string | null
  readonly rank: number
  readonly geom: string
}

async function readContext(trx: Knex.Transaction): Promise<ContextFeature[]> {
  const rows = (await trx('context_feature').orderBy('id')) as ContextRow[]
  return rows.map(({ id, kind, name, rank, geom }) => ({ id, kind, name, rank, planar: decodeEwkb(geom) }))
}
