import { setTimeout as pause } from 'node:timers/promises'
import { createDateColumnTally, refuseOtherDates } from './date-columns.ts'
import { columnsOf, type FileMapping, isUnitTable, layerOf, textFormOf } from './file-mapping.ts'
import { DomainError } from '../engine/errors.ts'
import { STATUS_BY_CODE } from '../platform/http/contract.ts'
import type { Log } from '../platform/log.ts'
import { type City, createFileReader } from './file-reader.ts'
import { openFile } from '../formats/open-file.ts'
import { readIntoStage, type ReadingTally } from './read-into-stage.ts'
import { detectCrs } from './detect-crs.ts'
import { cityBounds } from '../engine/snapshot/study-envelope.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { RejectReason, RowSource } from '../formats/source-row.ts'
import type { LayerContents } from '../engine/snapshot/features.ts'
import { detectDates } from './detect-dates.ts'
import type { ImportStage, ImportStatus } from './repository.ts'
import type { Texts } from '../engine/texts.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

/** How often progress is written to the database, milliseconds. */
const PROGRESS_EVERY_MS = 1000
/** How long to wait before it is tried again to store that an import failed. */
const ABORT_RETRY_MS = 1000

/** A file of incidents on its way in: bytes as they arrive, plain or gzip. */
export interface ImportFile {
  readonly fileName: string
  readonly stream: AsyncIterable<Uint8Array>
  /** Length of the file when it is known, for progress. */
  readonly bytesTotal: number | null
  readonly mapping: FileMapping
  readonly onProgress?: (progress: ImportProgress) => void
  /** Ends the import before its merge; nothing of it stays. */
  readonly signal?: AbortSignal
}

export interface ImportProgress {
  readonly state: 'reading' | 'merging'
  readonly bytesRead: number
  readonly bytesTotal: number | null
  readonly rowsRead: number
  readonly rejected: ReadonlyMap<RejectReason, number>
}

export interface RunDeps extends City {
  readonly log: Log
}

/**
 * One import from its first byte to its merge. Whatever goes wrong becomes a failed status that says why in one line,
 * and nothing of the file stays.
 *
 * @param onRead called exactly once: when the file has been read, or reading it has failed
 */
export async function runImport(
  file: ImportFile,
  source: Source,
  stage: ImportStage,
  deps: RunDeps,
  report: (progress: ImportProgress) => void,
  onRead: () => void,
): Promise<ImportStatus> {
  try {
    const rowsRead = await readFile(file, source, stage, deps, report).finally(onRead)
    return await stage.merge(rowsRead)
  } catch (error) {
    const expected = error instanceof DomainError
    if (!expected) deps.log.error({ err: error, importId: stage.importId }, 'an import failed')
    return abortWhenDatabaseReturns(stage, expected ? reasonOf(error) : MESSAGES.failed)
  }
}

function reasonOf({ code, texts }: DomainError): Texts {
  return code === 'database-unavailable' ? MESSAGES.interrupted : texts
}

/** The outage that interrupted an import can also prevent storing its failure; it is retried until the outage ends. */
async function abortWhenDatabaseReturns(stage: ImportStage, reason: Texts): Promise<ImportStatus> {
  for (;;) {
    try {
      return await stage.abort(reason)
    } catch (error) {
      if (!(error instanceof DomainError && STATUS_BY_CODE[error.code] === 503)) throw error
      await pause(ABORT_RETRY_MS, undefined, { ref: false })
    }
  }
}

async function readFile(
  { stream, mapping, bytesTotal, signal }: ImportFile,
  source: Source,
  stage: ImportStage,
  deps: RunDeps,
  report: (progress: ImportProgress) => void,
): Promise<number> {
  const areas = await deps.features.readAreas()
  let bytesRead = 0
  const onBytes = (bytes: number) => {
    bytesRead += bytes
  }
  const rows = await openFile(stream, textFormOf(mapping), columnsOf(mapping), onBytes, layerOf(mapping))
  let progressStoredAtMs = deps.clock.nowMs()
  const onRows = async ({ rowsRead, rejected }: ReadingTally) => {
    if (signal?.aborted) throw new DomainError('invalid-file', MESSAGES.stopped)
    report({ state: 'reading', bytesRead, bytesTotal, rowsRead, rejected })
    if (deps.clock.nowMs() - progressStoredAtMs < PROGRESS_EVERY_MS) return
    progressStoredAtMs = deps.clock.nowMs()
    await stage.progress(bytesRead, rowsRead)
  }
  let tally: ReadingTally
  try {
    const reading = await prepareReading(rows, mapping, stage, { areas, city: deps })
    const file = { ...reading, source, columns: rows.columns }
    tally = await readIntoStage(reading.rows, createFileReader(file, { ...deps, areas }), stage, onRows)
    reading.check()
  } finally {
    await rows.close?.()
  }
  await stage.progress(bytesRead, tally.rowsRead)
  report({ state: 'merging', bytesRead, bytesTotal, ...tally })
  return tally.rowsRead
}

/**
 * How the rows are read: in the coordinate system and by the dates that the rows themselves show, where the mapping leaves
 * that open. Detected columns of dates are stored with the import.
 */
async function prepareReading(
  opened: RowSource,
  mapping: FileMapping,
  stage: ImportStage,
  { areas, city }: { readonly areas: LayerContents['areas']; readonly city: City },
) {
  if (isUnitTable(mapping)) return { rows: opened, mapping, check: () => {} }
  const located = await detectCrs(opened, mapping, cityBounds(areas, city.projection))
  const detected = await detectDates(located.rows, located.mapping, city.zone)
  if (detected.dateColumns.length > 0) await stage.settle(detected.mapping)
  const dates = createDateColumnTally(mapping)
  return { ...detected, dates, check: () => refuseOtherDates(detected.dateColumns, dates.result()) }
}
