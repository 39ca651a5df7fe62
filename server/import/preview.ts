import type { DateColumn } from './date-columns.ts'
import { checkMapping, type City } from './file-reader.ts'
import type { GuessedMapping, TimeQuestion } from './guess-mapping.ts'
import type { FileProfile } from './guess/file-profile.ts'
import type { ImportMapping, ImportMappingInput } from './import-mapping.ts'
import type { MappingHints } from './mapping-hints.ts'
import type { Notice } from '../formats/notice.ts'
import { type PreviewExtent, previewExtent } from '../formats/positions/preview-extent.ts'
import { openPreviewFile, type PreviewSource } from './preview-file.ts'
import { guessFromFile, tryGuess } from './preview-guess.ts'
import { type PreviewHexbin, previewHexbin } from './preview-hexbin.ts'
import { effectNotices, nothingAccepted } from './preview-notices.ts'
import { type PreviewRead, type PreviewReading, readForPreview } from './preview-read.ts'
import { choosePreviewSource } from './preview-source.ts'
import type { PreviewCounts } from './preview-tally.ts'
import { utcNotices } from './utc-notices.ts'
import { studyEnvelope } from '../engine/snapshot/study-envelope.ts'
import type { FileLayer } from '../formats/file-layer.ts'
import type { SourceRepository } from '../sources/index.ts'

/** A mapping as a preview gives it: `timeFormat` is null where a person has to choose it. */
export type PreviewMapping = Omit<ImportMappingInput, 'timeFormat' | 'source'> & {
  readonly timeFormat: string | null
  readonly source: unknown
}

/** What importing a file would do, before anything is stored. */
export interface ImportPreview extends PreviewCounts {
  /** As given, or the guess: whole, to be looked over, saved and used. Null when none could be guessed. */
  readonly mapping: PreviewMapping | ImportMapping | null
  readonly guessed: boolean
  /** What a guess did not find in the file. */
  readonly missing: GuessedMapping['missing']
  /** Where a guess did not find the coordinate system: those in which the positions would lie in the city. */
  readonly likelySystems: GuessedMapping['likelySystems']
  /** The layer that was read, of a file that GDAL reads; else null. */
  readonly layer: FileLayer | null
  /** What speaks for and against it, and what it would do to the numbers; warnings first. */
  readonly notices: readonly Notice[]
  /** What a person has to choose before the file can be imported; null for nothing. */
  readonly question: TimeQuestion | null
  /** False when the mapping names a source that has to be declared first. */
  readonly sourceKnown: boolean
  readonly columns: readonly string[]
  /** True when the file goes on beyond the rows that were read. */
  readonly sampled: boolean
  /** Columns of times that are dates in truth, and are read as such. */
  readonly dateColumns: readonly DateColumn[]
  readonly extent: PreviewExtent
  /** A first look at where the accepted rows lie; null without any. */
  readonly hexbin: PreviewHexbin | null
}

export interface PreviewDeps extends City {
  readonly sources: Pick<SourceRepository, 'find' | 'list'>
}

/** A file to look at, with its mapping or what is known of one. */
export interface PreviewRequest {
  readonly fileName: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Null to have one guessed from the columns' names and the texts of all rows. */
  readonly mapping: ImportMapping | null
  /** What is known of a mapping that is guessed. */
  readonly hints?: MappingHints
  /** Which layer to read, of a file with several; null = as the mapping says, or the only one. */
  readonly layer?: string | null
}

/**
 * Reads a file, at most its first 300,000 rows, and says what an import of it would do. Stores nothing: the file lies in
 * a nameless one on the disk while it is read, since a guess has to see all of it before it can be tried.
 *
 * @throws DomainError `invalid-mapping` or `invalid-file`
 */
export async function previewFile(request: PreviewRequest, deps: PreviewDeps): Promise<ImportPreview> {
  const { fileName, stream, mapping, hints = {}, layer = null } = request
  const areas = await deps.features.readAreas()
  if (mapping !== null) checkMapping(mapping, deps)
  const source = await choosePreviewSource(
    fileName,
    mapping === null ? hints.source : mapping.source,
    deps.sources,
  )
  const reading = { source, areas, city: deps }
  const file = await openPreviewFile(stream, layer ?? mapping?.layer ?? null)
  try {
    const preview =
      mapping === null
        ? await previewGuess(file, hints, reading)
        : await present(reading, { mapping, guess: null, read: await readForPreview(file, mapping, reading) })
    return withLayer(preview, file.layer)
  } finally {
    await file.close()
  }
}

type Preview = Omit<ImportPreview, 'layer'>

function withLayer(preview: Preview, layer: FileLayer | null): ImportPreview {
  return { ...preview, layer, notices: [...(layer?.notices ?? []), ...preview.notices] }
}

async function previewGuess(
  file: PreviewSource,
  hints: MappingHints,
  reading: PreviewReading,
): Promise<Preview> {
  const { guess, profile } = await guessFromFile(file, hints, reading)
  if (guess.mapping === null) return nothingRead(profile, { ...guess, mapping: null }, reading)
  const whole = {
    ...guess.mapping,
    source: reading.source.toDeclare ?? guess.mapping.source,
    timeFormat: guess.question === null ? guess.mapping.timeFormat! : null,
    ...(file.layer === null ? {} : { layer: file.layer.name }),
  }
  if (guess.missing.includes('crs')) return nothingRead(profile, { ...guess, mapping: whole }, reading)
  const { mapping, read, notices } = await tryGuess(file, guess.mapping, reading)
  const others = guess.notices.filter(({ code }) => notices.length === 0 || code !== 'id-column')
  return present(reading, {
    mapping: { ...whole, columns: mapping.columns, unknownTimes: read.unknownTimes },
    guess: {
      ...guess,
      notices: [...utcNotices(file.layer, timesOf(mapping), profile), ...notices, ...others],
    },
    read,
  })
}

/** The columns that times are taken from. */
function timesOf({ columns: { occurredFrom, occurredTo } }: ImportMappingInput): readonly string[] {
  return [occurredFrom, occurredTo ?? []].flat()
}

/** Everything that was found, warnings first. */
async function present(
  { source, areas, city }: PreviewReading,
  { mapping, guess, read }: Found,
): Promise<Preview> {
  const counts = read.tally.result()
  const { dateColumns, sampled, columns } = read
  const defaults = { precision: columnOrDefault(mapping) }
  const effects = effectNotices({ ...counts, dateColumns, sampled, ...defaults })
  const notices = [...effects, ...(guess?.notices ?? []), ...source.notices]
  const question = guess?.question ?? null
  const points = read.tally.points()
  return {
    mapping,
    guessed: guess !== null,
    missing: guess?.missing ?? [],
    likelySystems: guess?.likelySystems ?? [],
    notices: [...notices.filter(isWarning), ...notices.filter((notice) => !isWarning(notice))],
    question,
    sourceKnown: source.known,
    columns,
    sampled,
    ...counts,
    ...(question === null ? {} : { from: null, to: null }),
    dateColumns,
    extent: previewExtent(points, studyEnvelope(areas), city.projection),
    hexbin: await previewHexbin(points),
  }
}

interface Found {
  readonly mapping: PreviewMapping | ImportMapping
  readonly guess: GuessedMapping | null
  readonly read: PreviewRead
}

/** The precision that all rows have; null where a column says it. */
function columnOrDefault({ columns, defaults }: Found['mapping']): string | null {
  return columns.precision == null ? (defaults?.precision ?? 'address') : null
}

function isWarning({ kind }: Notice): boolean {
  return kind === 'warning'
}

/** What is wrong with the rows goes before what is missing in them: where none can be read, nothing was looked at. */
function nothingRead(
  { columns, rows, faults, faulty, sampled }: FileProfile,
  guess: Omit<GuessedMapping, 'mapping'> & Pick<ImportPreview, 'mapping'>,
  { source, areas, city }: PreviewReading,
): Preview {
  const rejectedRows = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const counts = { rowsRead: rows + rejectedRows, accepted: 0, rejected: faults, rejects: faulty }
  const unreadable = rows === 0 ? nothingAccepted(counts) : []
  return {
    ...guess,
    guessed: true,
    missing: unreadable.length > 0 ? [] : guess.missing,
    notices:
      unreadable.length > 0
        ? [...unreadable, ...guess.notices.filter(({ code }) => code === 'letters-lost')]
        : guess.notices,
    sourceKnown: source.known,
    columns: columns.map(({ column }) => column),
    sampled,
    ...counts,
    duplicates: 0,
    categories: {},
    from: null,
    to: null,
    examples: [],
    timeKnown: { hour: 0, day: 0, month: 0, other: 0 },
    sensitive: 0,
    positions: { positions: 0, atCommonest: 0, shared: 0, outside: 0 },
    dateColumns: [],
    extent: previewExtent(null, studyEnvelope(areas), city.projection),
    hexbin: null,
  }
}
