import { ACCOUNT_PATHS } from '../../server/accounts/paths.ts'
import type { Source as StoredSource } from '../../server/sources/contract.ts'
import { SOURCE_PATHS } from '../../server/sources/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import { RequestFailed } from '../app/api/problem.ts'

export type Source = StoredSource
/** Who may read a source and what may cite it. */
export type SourceAccess = Pick<Source, 'audiences' | 'boards' | 'citable'>

/** An organisation that a source may name. */
export interface Board {
  readonly id: number
  readonly name: string
}

/** The calls about who may read sources. */
export interface SourceCalls {
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  source(id: string): Promise<Source>
  /** @param isAdmin whether the person reads organisations, or their names alone */
  boards(isAdmin: boolean, signal?: AbortSignal): Promise<readonly Board[]>
  /**
   * Keeps everything else of the source as it is now.
   *
   * @param seen what the person began from
   * @throws RequestFailed `precondition-failed` where somebody else has changed who may read it since
   */
  save(seen: Source, access: SourceAccess): Promise<Source>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createSourceCalls({ get, getTagged, send }: HttpClient): SourceCalls {
  return {
    sources: async (signal) => (await get<Items<Source>>(SOURCE_PATHS.sources, signal)).items,
    source: (id) => get(pathTo(SOURCE_PATHS.source, { id })),
    async boards(isAdmin, signal) {
      const path = isAdmin ? ACCOUNT_PATHS.organisations : ACCOUNT_PATHS.owners
      const { items } = await get<Items<Board & { readonly kind: string }>>(path, signal)
      return items.filter(({ kind }) => kind !== 'party')
    },
    async save(seen, access) {
      const path = pathTo(SOURCE_PATHS.source, { id: seen.id })
      const { body, tag } = await getTagged<Source>(path)
      if (accessText(body) !== accessText(seen)) throw new RequestFailed('precondition-failed', '')
      const { coversFrom, coversTo, ...now } = body
      const days = { coversFrom: dayOf(coversFrom), coversTo: dayOf(coversTo) }
      return send('PUT', path, { ...now, ...days, ...access }, undefined, { 'if-match': tag })
    },
  }
}

const accessText = ({ audiences, boards, citable }: SourceAccess) =>
  JSON.stringify([audiences.toSorted(), boards, citable])

const dayOf = (day: string | null) => day?.slice(0, 10) ?? null
