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
    async save(source) {
      await refusing(async () => {
        const { boards, ...terms } = toSourceRow(source)
        const row = { ...terms, boards: boards && JSON.stringify(boards) }
        // Update first: ON CONFLICT would use up one of 32,767 ordinals for each save.
        const updated = await knex('source').where({ id: source.id }).update(row)
        if (updated === 0) await knex('source').insert(row)
      })
    },
  }
}

function withoutOrdinal(row: SourceRow): Source {
  const { ordinal: _, ...source } = fromSourceRow(row)
  return source
}
