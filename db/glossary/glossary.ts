import { DomainError } from '../../server/engine/errors.ts'
import type { GlossaryRepository } from '../../server/glossary/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'

interface VersionRow {
  readonly key: string
  readonly revision: number
  readonly content: Parameters<GlossaryRepository['append']>[0]['content']
  readonly changed_at: Date
  readonly changed_by: string
  readonly changed_name: string | null
}

/** Versions of glossary entries; none is ever changed. */
export function createGlossaryRepository({ knex }: DatabaseHandle): GlossaryRepository {
  const versions = () => knex<VersionRow>('glossary_version')
  return {
    async latest() {
      const rows = await versions()
        .distinctOn('key')
        .select('*')
        .orderBy([{ column: 'key' }, { column: 'revision', order: 'desc' }])
      return (rows as readonly VersionRow[]).map(versionOf)
    },
    versions: async (key) => (await versions().where({ key }).orderBy('revision')).map(versionOf),
    async append({ key, revision, content, changed: { at, by, name } }) {
      const step = { changed_at: at, changed_by: by, changed_name: name }
      const inserted = await knex('glossary_version')
        .insert({ key, revision, content: JSON.stringify(content), ...step })
        .onConflict(['key', 'revision'])
        .ignore()
        .returning('revision')
      if (inserted.length === 0)
        throw new DomainError('precondition-failed', 'It was changed meanwhile; read it again.')
    },
  }
}

function versionOf({ key, revision, content, changed_at, changed_by, changed_name }: VersionRow) {
  const changed = { at: changed_at.toISOString(), by: changed_by, name: changed_name }
  return { key, revision, content, changed }
}
