import { isDeepStrictEqual } from 'node:util'
import { DomainError, notFound } from '../engine/errors.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { SourceRepository } from './repository.ts'

/** Where incidents come from, on what terms. */
export interface SourceService {
  list(): Promise<readonly Source[]>
  find(id: string): Promise<Source>
  /** Declares a source. The same declaration again changes nothing; another one under its id is a `conflict`. */
  declare(source: Source): Promise<{ readonly source: Source; readonly created: boolean }>
  replace(id: string, source: Source): Promise<Source>
}

interface Deps {
  readonly sources: SourceRepository
}

/** The service of sources. */
export function createSourceService({ sources }: Deps): SourceService {
  const find = async (id: string): Promise<Source> => {
    const source = await sources.find(id)
    if (source === null) throw notFound('source', id)
    return source
  }
  return {
    async list() {
      const all = await sources.list()
      return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    find,
    async declare(source) {
      const known = await sources.find(source.id)
      if (known === null) {
        await sources.save(source)
        return { source: await find(source.id), created: true }
      }
      if (isDeepStrictEqual({ ...known }, { ...source })) return { source: known, created: false }
      throw new DomainError(
        'conflict',
        `The source ${source.id} is declared otherwise; PUT describes it anew.`,
      )
    },
    async replace(id, source) {
      if (source.id !== id)
        throw new DomainError('invalid-body', 'id: must be the id of the path', {
          problems: [{ field: 'id', value: source.id, rule: 'must be the id of the path' }],
        })
      await find(id)
      await sources.save(source)
      return find(id)
    },
  }
}
