import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ImportMapping, type ImportMappingInput, parseImportMapping } from './import-mapping.ts'
import { DomainError } from '../engine/errors.ts'
import { namedColumns } from './column-lookup.ts'
import { createDateColumnTally, type DateColumn, unknownTimesOf } from './date-columns.ts'
import { type City, checkMapping, createFileReader, zoneOf } from './file-reader.ts'
import { textFormOf } from './file-mapping.ts'
import { type GuessedMapping, guessMapping } from './guess-mapping.ts'
import { guessTextForm, type TextForm } from './guess-text-form.ts'
import { openFile } from './open-file.ts'
import { type PreviewHexbin, previewHexbin } from './preview-hexbin.ts'
import { createPreviewTally, type PreviewCounts } from './preview-tally.ts'
import { sourceIdOf } from './resolve-source.ts'
import { settleCrs } from './settle-crs.ts'
import { cityBounds, studyEnvelope } from '../engine/snapshot/study-envelope.ts'
import { isParquet } from '../formats/parquet/parquet-rows.ts'
import type { GdalLayer } from '../formats/gdal/gdal-messages.ts'
import { openGeoFile } from '../formats/gdal/open-geo-file.ts'
import { unpack } from '../formats/unpack.ts'
import { GEOMETRY_COLUMNS, type RowSource } from '../formats/source-row.ts'
import { chooseSystem } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import type { LayerContents } from '../engine/snapshot/features.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { SourceRepository } from '../sources/index.ts'

const MOST_ROWS = 200_000
const HEAD_BYTES = 262_144

/** What importing a file would do, before anything is stored. */
export interface ImportPreview extends PreviewCounts {
  /** As given, or the guess: to be looked over, corrected and used. Null when no mapping could be guessed. */
  readonly mapping: ImportMappingInput | ImportMapping | null
  readonly guessed: boolean
  /** What a guess did not find in the file. */
  readonly missing: GuessedMapping['missing']
  /** Where a guess did not find the coordinate system: those in which the positions would lie in the city. */
  readonly likelySystems: GuessedMapping['likelySystems']
  /** The layer that was read, of a file that GDAL reads; else null. */
  readonly layer: GdalLayer | null
  /** False when the mapping names a source that has to be declared first. */
  readonly sourceKnown: boolean
  readonly columns: readonly string[]
  /** True when the file goes on beyond the rows that were read. */
  readonly sampled: boolean
  /** Columns of times that are dates in truth; a guessed mapping reads them as such. */
  readonly dateColumns: readonly DateColumn[]
  /** A first look at where the accepted rows lie; null without any. */
  readonly hexbin: PreviewHexbin | null
}

export interface PreviewDeps extends City {
  readonly sources: Pick<SourceRepository, 'find'>
}

/**
 * Reads a file, at most its first 200,000 rows, and says what an import of it would do. Stores nothing.
 *
 * @param file.mapping null to have one guessed from the columns' names and the first rows
 * @throws DomainError `invalid-mapping` or `invalid-file`
 */
export async function previewFile(
  file: {
    readonly fileName: string
    readonly stream: AsyncIterable<Uint8Array>
    readonly mapping: ImportMapping | null
    /** Which layer to read, of a file with several; null = as the mapping says, or the only one. */
    readonly layer?: string | null
  },
  deps: PreviewDeps,
): Promise<ImportPreview> {
  const opened = await openGeoFile(file.stream, file.layer ?? file.mapping?.layer ?? null)
  try {
    const preview = await previewBytes({ ...file, stream: opened.bytes }, deps)
    return { ...preview, layer: opened.layer }
  } finally {
    await opened.close()
  }
}

type BytesPreview = Omit<ImportPreview, 'layer'>

async function previewBytes(
  file: Omit<Parameters<typeof previewFile>[0], 'layer'>,
  deps: PreviewDeps,
): Promise<BytesPreview> {
  const { areas } = await deps.features.readAll()
  const bytes = unpack(file.stream, () => {})
  const head = file.mapping === null ? await readHead(bytes) : new Uint8Array()
  const guess = file.mapping === null ? await guessFrom(head, file.fileName, deps, areas) : null
  const mapping = file.mapping ?? (guess!.mapping === null ? null : parseImportMapping(guess!.mapping))
  if (mapping === null || guess?.missing.includes('crs')) return nothingRead(guess!)
  checkMapping(mapping, deps)
  const rows = await openFile(prepend(head, bytes), textFormOf(mapping), namedColumns(mapping), () => {})
  try {
    return await previewRows(rows, { mapping, guess, areas }, deps)
  } finally {
    await rows.close?.()
  }
}

async function previewRows(
  opened: RowSource,
  file: {
    readonly mapping: ImportMapping
    readonly guess: GuessedMapping | null
    readonly areas: LayerContents['areas']
  },
  deps: PreviewDeps,
): Promise<BytesPreview> {
  const { guess, areas } = file
  const { rows, mapping } = await settleCrs(opened, file.mapping, cityBounds(areas, deps.projection))
  const known = await deps.sources.find(sourceIdOf(mapping))
  const from = { id: sourceIdOf(mapping), retentionDays: retentionOf(mapping, known) }
  const readRow = createFileReader({ mapping, source: from, columns: rows.columns }, { ...deps, areas })
  const tally = createPreviewTally(deps.projection, MOST_ROWS)
  const dates = createDateColumnTally(mapping, rows.columns, zoneOf(mapping, deps.zone))
  let left = MOST_ROWS
  for await (const batch of rows.batches) {
    for (const row of batch.slice(0, left)) {
      tally.add(readRow(row))
      dates.add(row.fields)
    }
    left -= batch.length
    if (left < 0) break
    await nextTurn()
  }
  const dateColumns = dates.result()
  return {
    mapping: guess === null ? mapping : { ...guess.mapping!, unknownTimes: unknownTimesOf(dateColumns) },
    guessed: guess !== null,
    missing: guess?.missing ?? [],
    likelySystems: guess?.likelySystems ?? [],
    sourceKnown: typeof mapping.source !== 'string' || known !== null,
    columns: rows.columns,
    sampled: left < 0,
    ...tally.result(),
    dateColumns,
    hexbin: await previewHexbin(tally.points()),
  }
}

/** How long a source keeps incidents, in days: as it is stored, else as the mapping declares it. */
function retentionOf({ source }: ImportMapping, known: Source | null): number | null {
  if (known !== null) return known.retentionDays
  return typeof source === 'string' ? null : source.retentionDays
}

async function guessFrom(
  head: Uint8Array,
  fileName: string,
  { projection, zone }: City,
  areas: LayerContents['areas'],
): Promise<GuessedMapping & { readonly columns: readonly string[] }> {
  if (isParquet(head)) {
    throw new DomainError('invalid-mapping', 'No mapping is guessed for a Parquet file: give one.')
  }
  const form = guessTextForm(head)
  const city = cityBounds(areas, projection)
  const { columns, rows, named } = await firstRows(head, form, city)
  const source = fileName
    .toLowerCase()
    .replace(/\..*$/, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  const context = {
    source: source === '' ? 'source' : source.slice(0, 60),
    city,
    envelope: studyEnvelope(areas),
    named,
    zone,
    form,
  }
  return { ...guessMapping(columns, rows, context), columns }
}

/** Columns, first whole rows and own coordinate system of a file's first bytes, whose last row may be cut off. */
async function firstRows(head: Uint8Array, form: TextForm, city: CityBounds) {
  const source = await openFile(once(head), form, [], () => {})
  const rows: (readonly string[])[] = []
  try {
    for await (const batch of source.batches) {
      rows.push(...batch.filter(({ fault }) => fault === null).map(({ fields }) => fields))
    }
  } catch (error) {
    /* A JSON file's head ends in the middle of the array. */
    if (!(error instanceof DomainError)) throw error
  }
  const own = source.namedSystem?.() ?? null
  const [atX, atY] = [source.columns.indexOf(GEOMETRY_COLUMNS.x), source.columns.indexOf(GEOMETRY_COLUMNS.y)]
  const positions = rows.map((fields) => [Number(fields[atX]), Number(fields[atY])] as const)
  const named = own === null ? null : chooseSystem({ given: null, named: own, positions, city })
  return { columns: source.columns, rows, named }
}

async function readHead(bytes: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  while (length < HEAD_BYTES) {
    const next = await bytes.next()
    if (next.done === true) break
    chunks.push(next.value)
    length += next.value.length
  }
  return Buffer.concat(chunks)
}

async function* once(chunk: Uint8Array) {
  yield chunk
}

async function* prepend(head: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  if (head.length > 0) yield head
  yield* rest
}

/** What was guessed of a file that cannot be read by it. */
function nothingRead(guess: GuessedMapping & { readonly columns: readonly string[] }): BytesPreview {
  return {
    ...guess,
    guessed: true,
    sourceKnown: false,
    sampled: true,
    rowsRead: 0,
    accepted: 0,
    duplicates: 0,
    rejected: {},
    categories: {},
    from: null,
    to: null,
    rejects: [],
    dateColumns: [],
    hexbin: null,
  }
}
