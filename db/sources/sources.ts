import { notFound } from '../../server/engine/errors.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { fromSourceRow, toSourceRow, type SourceRow } from './source-rows.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'
import type { SourceRepository } from '../../server/sources/repository.ts'

/** The descriptions of sources; each earlier wording is kept by the database. */
export function createSourceRepository({ knex }: DatabaseHandle): SourceRepository {
  return {
    async find(id) {
      const row = await knex<SourceRow>('source').where({ id }).first()
      return row === undefined ? null : withoutOrdinal(row)
    },
    async list() {
      const rows = await knex<SourceRow>('source').orderBy('ordinal')
      return rows.map(withoutOrdinal)
    },
    organisations: async () => await knex('organisation').orderBy('id').select('id', 'name'),
    replace: (source, requireSame) =>
      refusing(() =>
        knex.transaction(async (transaction) => {
          const { id } = source
          const stored = await transaction<SourceRow>('source').where({ id }).forUpdate().first()
          if (stored === undefined) throw notFound('source', id)
          requireSame(withoutOrdinal(stored))
          await transaction('source').where({ id }).update(columnsOf(source))
        }),
      ),
    async save(source) {
      await refusing(async () => {
        const row = columnsOf(source)
        // Update first: ON CONFLICT would use up one of 32,767 ordinals for each save.
        const updated = await knex('source').where({ id: source.id }).update(row)
        if (updated === 0) await knex('source').insert(row)
      })
    },
  }
}

function columnsOf(source: Source) {
  const { boards, ...terms } = toSourceRow(source)
  return { ...terms, boards: boards && JSON.stringify(boards) }
}

function withoutOrdinal(row: SourceRow): Source {
  const { ordinal: _, ...source } = fromSourceRow(row)
  return source
}
