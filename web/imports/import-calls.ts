import { IMPORT_PATHS } from '../../server/import/paths.ts'
import type { REJECT_WORDS } from '../../server/import/messages.ts'
import type { Source } from '../../server/sources/contract.ts'
import { SOURCE_PATHS } from '../../server/sources/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import { SYSTEM_PATHS } from '../../server/operations/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'
import type { CategoriesResponse } from '../app/api/responses.ts'

export type { Source }
export type RejectReason = keyof typeof REJECT_WORDS

/** One column, or several whose texts are read as one; null for none. */
export type MappedColumn = string | readonly string[] | null

/** What a source needs before its first import. */
export interface SourceDeclaration {
  readonly id: string
  readonly title?: string
  readonly register?: 'police' | 'city' | 'other'
  readonly controller: string
  readonly legalBasis: string
  readonly purpose: string
}

/** How a file is read, as a preview guesses it and an import takes it. */
export interface Mapping {
  readonly source: string | SourceDeclaration
  readonly crs?: string
  readonly timezone?: string
  readonly columns: Readonly<Record<string, MappedColumn>>
  readonly timeFormat: string | null
  readonly categories?: Readonly<Record<string, string>>
  readonly defaults?: Readonly<Record<string, string>>
  readonly [other: string]: unknown
}

/** What is known of a mapping before the rest is guessed. */
export type Hints = Partial<Pick<Mapping, 'crs'>> & {
  readonly timeFormat?: string
  readonly source?: string
  /** The columns of the positions, where a person has chosen them. */
  readonly positionColumns?: PositionColumns
}

/** Which column is easting or longitude, and which northing or latitude. */
export interface PositionColumns {
  readonly x: string
  readonly y: string
}

/** A system in which positions without one would lie in or near the city. */
export interface LikelySystem {
  readonly srid: number
  readonly name: string
  /** Whether northings come first. */
  readonly exchanged: boolean
  readonly place: { readonly sv: string; readonly en: string }
}

export interface Notice {
  readonly code: string
  readonly kind: 'reason' | 'warning'
  readonly sv: string
  readonly en: string
}

interface RejectedRow {
  readonly line: number
  readonly column: string | null
  readonly reason: RejectReason
  readonly detail: string
}

export interface ExampleRow {
  readonly line: number
  readonly externalId: string | null
  readonly position: readonly [lon: number, lat: number]
  readonly from: string
  readonly to: string
  readonly category: string
}

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number]

/** What importing a file would do. */
export interface Preview {
  readonly mapping: Mapping | null
  readonly guessed: boolean
  readonly missing: readonly ('position' | 'crs' | 'time' | 'category')[]
  readonly likelySystems: readonly LikelySystem[]
  readonly notices: readonly Notice[]
  readonly question: {
    readonly column: string
    readonly text: string
    readonly readings: readonly { readonly timeFormat: string; readonly means: string | null }[]
  } | null
  readonly sourceKnown: boolean
  readonly columns: readonly string[]
  readonly sampled: boolean
  readonly rowsRead: number
  readonly accepted: number
  readonly duplicates: number
  readonly rejected: Readonly<Partial<Record<RejectReason, number>>>
  readonly rejects: readonly RejectedRow[]
  readonly categories: Readonly<Record<string, number>>
  readonly from: string | null
  readonly to: string | null
  readonly examples: readonly (ExampleRow | RejectedRow)[]
  readonly extent: { readonly file: Bounds | null; readonly city: Bounds | null }
}

export interface ImportStatus {
  readonly id: number
  readonly sourceId: string
  readonly fileName: string
  readonly state: 'reading' | 'merging' | 'done' | 'failed' | 'undone'
  readonly bytesRead: number
  readonly bytesTotal: number | null
  readonly rowsRead: number
  readonly accepted: number
  readonly revised: number
  readonly rejected: number
  readonly duplicates: number
  readonly error: string | null
  readonly startedAt: string
  readonly finishedAt: string | null
}

/** The calls about files of incidents. */
export interface ImportCalls {
  sources(signal?: AbortSignal): Promise<readonly Source[]>
  categories(signal?: AbortSignal): Promise<CategoriesResponse>
  /** Imports, the newest first. */
  imports(signal?: AbortSignal): Promise<readonly ImportStatus[]>
  status(id: number): Promise<ImportStatus>
  /** @param known a whole mapping, or what is known of one */
  preview(file: File, known: Mapping | Hints, signal?: AbortSignal): Promise<Preview>
  /** Resolves once the whole file is read; its merge goes on. */
  start(file: File, mapping: Mapping): Promise<ImportStatus>
  undo(id: number): Promise<ImportStatus>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createImportCalls({ get, send, upload }: HttpClient): ImportCalls {
  return {
    sources: async (signal) => (await get<Items<Source>>(SOURCE_PATHS.sources, signal)).items,
    categories: (signal) => get(SYSTEM_PATHS.categories, signal),
    imports: async (signal) => (await get<Items<ImportStatus>>(IMPORT_PATHS.imports, signal)).items,
    status: (id) => get(pathTo(IMPORT_PATHS.import, { id })),
    preview: (file, known, signal) =>
      upload(`${IMPORT_PATHS.imports}?preview=true`, formOf(file, known), signal),
    start: (file, mapping) => upload(IMPORT_PATHS.imports, formOf(file, mapping)),
    undo: (id) => send('DELETE', pathTo(IMPORT_PATHS.import, { id })),
  }
}

/** The mapping goes first: the server reads the file as it comes. */
function formOf(file: File, mapping: object): FormData {
  const form = new FormData()
  form.append('mapping', JSON.stringify(mapping))
  form.append('file', file, file.name)
  return form
}
