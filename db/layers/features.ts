import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { ContextFeature, ContextKind, FeatureKind } from '../../server/engine/snapshot/features.ts'
import { encodeEwkb } from '../client/ewkb.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { LAYER_TABLES, fromRow, toRow, type LayerRow } from './layer-tables.ts'
import { INSERT_CONTEXT_SQL } from './insert-context.ts'
import { layerStatesSql } from './layer-states.ts'
import { refusing } from '../client/refusal.ts'
import { readLayer, readLayers, readLayersAsOf } from './layer-reads.ts'
import type { FeatureRepository } from '../../server/layers/repository.ts'

/** Rows of one INSERT: they are encoded together, and an outline of an area may have thousands of vertices. */
const ROWS_A_STATEMENT = 20
const CONTEXT_ROWS_A_STATEMENT = 5_000

/** The small layers, written with optimistic locking; each earlier state is kept by the database. */
export function createFeatureRepository({ knex, srid }: DatabaseHandle): FeatureRepository {
  return {
    readAll: () => readLayers(knex),
    readAreas: () => readLayer(knex, 'areas'),
    readAsOf: (visible, knownContext) => readLayersAsOf(knex, visible, knownContext),
    async insert(kind, feature, createdBy = null) {
      const { table } = LAYER_TABLES[kind]
      const owner = kind === 'proposals' ? { created_by: createdBy } : {}
      const [row] = await refusing(
        async () =>
          await knex(table)
            .insert({ ...toRow(kind, feature, srid), ...owner })
            .returning('*'),
      )
      return fromRow(kind, row as LayerRow)
    },
    async insertMany(kind, features) {
      const { table } = LAYER_TABLES[kind]
      await refusing(() =>
        knex.transaction(async (trx) => {
          for (let start = 0; start < features.length; start += ROWS_A_STATEMENT) {
            const rows = features.slice(start, start + ROWS_A_STATEMENT)
            await trx(table).insert(rows.map((feature) => toRow(kind, feature, srid)))
          }
        }),
      )
      return features.length
    },
    async update(kind, id, revision, feature) {
      const { table } = LAYER_TABLES[kind]
      const rows = (await refusing(
        async () =>
          await knex(table)
            .where({ id, revision })
            .update(toRow(kind, feature, srid))
            .returning('*'),
      )) as LayerRow[]
      if (rows.length === 0) throw await whyNot(knex, kind, id)
      return fromRow(kind, rows[0]!)
    },
    async remove(kind, id, revision) {
      const { table } = LAYER_TABLES[kind]
      const where = revision === null ? { id } : { id, revision }
      const removed = await refusing(async () => await knex(table).where(where).delete())
      if (removed === 0) throw await whyNot(knex, kind, id)
    },
    async states(kind, id, subject, limit) {
      const { table } = LAYER_TABLES[kind]
      const { rows } = (await knex.raw(layerStatesSql(table), [table, id, id, subject, id, kind, limit])) as {
        rows: StateRow[]
      }
      return rows.map(({ properties, at, actor_name: name, file_name: fileName }) => ({
        feature: fromRow(kind, properties),
        at: at?.toISOString() ?? null,
        name,
        fileName,
      }))
    },
    replaceContext: (features, kind) =>
      refusing(() => knex.transaction((trx) => replaceContext(trx, features, kind, srid))),
  }
}

interface StateRow {
  readonly properties: LayerRow
  readonly at: Date | null
  readonly actor_name: string | null
  readonly file_name: string | null
}

/** Why no row matched: it is missing, or of another revision. */
async function whyNot(knex: Executor, kind: FeatureKind, id: number): Promise<DomainError> {
  const current = await knex(LAYER_TABLES[kind].table).where({ id }).first('revision')
  if (current === undefined) return notFound(kind, id)
  return new DomainError(
    'precondition-failed',
    `It was changed meanwhile: the revision is now ${current.revision}.`,
  )
}

async function replaceContext(
  trx: Knex.Transaction,
  features: readonly Omit<ContextFeature, 'id'>[],
  kind: ContextKind | undefined,
  srid: number,
): Promise<number> {
  await trx('context_feature')
    .where(kind === undefined ? {} : { kind })
    .delete()
  for (let start = 0; start < features.length; start += CONTEXT_ROWS_A_STATEMENT) {
    const rows = features.slice(start, start + CONTEXT_ROWS_A_STATEMENT)
    const columns: Knex.RawBinding[] = [
      rows.map(({ kind }) => kind),
      // knex's types lack null within an array; PostgreSQL and pg accept it.
      rows.map(({ name }) => name) as string[],
      rows.map(({ rank }) => rank),
      rows.map(({ planar }) => encodeEwkb(planar, srid)),
    ]
    await trx.raw(INSERT_CONTEXT_SQL, columns)
  }
  return features.length
}
