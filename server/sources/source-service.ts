import { isDeepStrictEqual } from 'node:util'
import { DomainError, notFound } from '../engine/errors.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { declaredSource, type SourceDeclaration } from './declaration.ts'
import type { SourceRepository } from './repository.ts'

/** The service of sources: origin and terms of incidents. */
export interface SourceService {
  list(): Promise<readonly Source[]>
  find(id: string): Promise<Source>
  /** Declares a source. The same declaration again changes nothing; another one under its id is a `conflict`. @throws DomainError `unprocessable` for an unknown organisation */
  declare(declaration: SourceDeclaration): Promise<{ readonly source: Source; readonly created: boolean }>
  /**
   * @param revision of the description that it replaces; null = of whatever is there
   * @throws DomainError `invalid-body`, `not-found`, `precondition-failed`, `unprocessable` for an unknown organisation
   */
  replace(id: string, declaration: SourceDeclaration, revision: number | null): Promise<Source>
}

interface Deps {
  readonly sources: SourceRepository
}

/** A number of what a source says, for `If-Match`: equal descriptions have equal ones. */
export function revisionOfSource(source: Source): number {
  return Number.parseInt(sha256Hex(canonicalJson(source)).slice(0, REVISION_DIGITS), 16)
}

/** As many hexadecimal digits as fit into a revision. */
const REVISION_DIGITS = 7

function changedMeanwhile(id: string): DomainError {
  return new DomainError('precondition-failed', `The source ${id} was changed meanwhile; read it again.`)
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
    async declare(declaration) {
      const source = await declaredSource(declaration, sources)
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
    async replace(id, declaration, revision) {
      if (declaration.id !== id)
        throw new DomainError('invalid-body', 'id: must be the id of the path', {
          problems: [{ field: 'id', value: declaration.id, rule: 'must be the id of the path' }],
        })
      await find(id)
      await sources.replace(await declaredSource(declaration, sources), (stored) => {
        if (revision !== null && revisionOfSource(stored) !== revision) throw changedMeanwhile(id)
      })
      return find(id)
    },
  }
}
