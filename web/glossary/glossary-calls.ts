import type {
  GlossaryEntry as EntryResponse,
  GlossaryVersion as VersionResponse,
} from '../../server/glossary/contract.ts'
import { GLOSSARY_PATHS } from '../../server/glossary/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type GlossaryEntry = EntryResponse
export type GlossaryVersion = VersionResponse
export type EntryKind = GlossaryEntry['kind']
export type EntryText = GlossaryEntry['sv']
export type EntryBody = Pick<GlossaryEntry, 'retired' | 'sv' | 'en'>

/** The calls about the glossary. */
export interface GlossaryCalls {
  list(signal?: AbortSignal): Promise<readonly GlossaryEntry[]>
  add(kind: EntryKind, body: EntryBody): Promise<unknown>
  change(key: string, revision: number, body: EntryBody): Promise<unknown>
  versions(key: string, signal?: AbortSignal): Promise<readonly GlossaryVersion[]>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createGlossaryCalls({ get, send }: HttpClient): GlossaryCalls {
  return {
    list: async (signal) => (await get<Items<GlossaryEntry>>(GLOSSARY_PATHS.glossary, signal)).items,
    add: (kind, body) => send('POST', GLOSSARY_PATHS.glossary, { kind, ...body }),
    change: (key, revision, body) =>
      send('PUT', pathTo(GLOSSARY_PATHS.glossaryEntry, { key }), body, undefined, {
        'if-match': `"${revision}"`,
      }),
    versions: async (key, signal) =>
      (await get<Items<GlossaryVersion>>(pathTo(GLOSSARY_PATHS.glossaryHistory, { key }), signal)).items,
  }
}
