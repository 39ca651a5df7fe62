import { isDeepStrictEqual } from 'node:util'
import type { Audience } from '../platform/access/audience.ts'
import { DomainError, notFound } from '../engine/errors.ts'
import { requireRight } from '../platform/access/rights.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { SourceRepository } from './repository.ts'

/** Where incidents come from, on what terms. */
export interface SourceService {
  list(audience: Audience): Promise<readonly Source[]>
  find(id: string, audience: Audience): Promise<Source>
  /** Declares a source. The same declaration again changes nothing; another one under its id is a `conflict`. */
  declare(source: Source, audience: Audience): Promise<{ readonly source: Source; readonly created: boolean }>
  replace(id: string, source: Source, audience: Audience): Promise<Source>
}

interface Deps {
  readonly sources: SourceRepository
  readonly demo: boolean
  /** Refuses with `busy` while the database takes no writes. */
  readonly beforeWrite: () => void
}

/** The service of sources. */
export function createSourceService({ sources, demo, beforeWrite }: Deps): SourceService {
  const find = async (id: string): Promise<Source> => {
    const source = await sources.find(id)
    if (source === null) throw notFound('source', id)
    return source
  }
  const allowWrite = (audience: Audience) => {
    requireRight(audience, 'sources.write')
    if (demo)
      throw new DomainError('demo-refused', 'The demo city takes no real sources: start with DEMO=off.')
    beforeWrite()
  }
  return {
    async list(audience) {
      requireRight(audience, 'sources.read')
      const all = await sources.list()
      return all.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
    find(id, audience) {
      requireRight(audience, 'sources.read')
      return find(id)
    },
    async declare(source, audience) {
      allowWrite(audience)
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
    async replace(id, source, audience) {
      allowWrite(audience)
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
