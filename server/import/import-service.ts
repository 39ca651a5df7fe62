import { DomainError, notFound } from '../engine/errors.ts'
import { checkMapping } from './file-reader.ts'
import { createImportQueue, type Turn } from './import-queue.ts'
import { type ImportPreview, type PreviewRequest, previewFile } from './preview.ts'
import { rejectsCsv } from './rejects-csv.ts'
import { resolveSource } from './resolve-source.ts'
import { type ImportFile, type ImportProgress, type RunDeps, runImport } from './run-import.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { ImportRepository, ImportStage, ImportStatus } from './repository.ts'
import type { SourceRepository } from '../sources/index.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

export type { ImportFile, ImportProgress } from './run-import.ts'

const MAX_WAITING = 2

/** An import that has begun. */
export interface StartedImport {
  readonly id: number
  /** Resolves when the file has been read to its end or is not wanted any more. */
  readonly read: Promise<void>
  /** The outcome, also when that is a failure; rejects only when the database is gone. */
  readonly done: Promise<ImportStatus>
}

export interface ImportService {
  /**
   * Begins an import. One runs at a time and two more may wait.
   *
   * @throws DomainError `invalid-mapping` or `busy`; what is wrong with the file comes by `done`
   */
  start(file: ImportFile): Promise<StartedImport>
  /** What importing would do; stores nothing. Without a mapping (null) one is guessed. */
  preview(file: PreviewRequest): Promise<ImportPreview>
  /** @throws DomainError `not-found` */
  status(id: number): Promise<ImportStatus>
  /** Newest first. */
  list(limit: number, before: number | null): Promise<readonly ImportStatus[]>
  /** The rejected rows as CSV, in pieces. @throws DomainError `not-found` */
  rejects(id: number, language?: 'sv' | 'en'): Promise<AsyncIterable<string>>
  /** Takes an import back as new revisions. @throws DomainError `not-found`, or `conflict` when it is not done */
  undo(id: number): Promise<ImportStatus>
  /** Whether an import holds the embedded database's one connection, so that a write would wait for it. */
  isMerging(): boolean
}

export interface ImportServiceDeps extends RunDeps {
  readonly imports: ImportRepository
  readonly sources: SourceRepository
  /** True when the database has one connection, so that a merge holds up every other write. */
  readonly embedded: boolean
}

/** The use case "a file of incidents comes in": begin it, follow it, see what was refused, take it back. */
export function createImportService(deps: ImportServiceDeps): ImportService {
  const { imports, sources } = deps
  const queue = createImportQueue(MAX_WAITING)
  const running = new Map<number, ImportProgress>()

  async function start(file: ImportFile): Promise<StartedImport> {
    checkMapping(file.mapping, deps)
    const { source, isNew } = await resolveSource(file.mapping, sources)
    const turn = queue.reserve()
    try {
      if (isNew) await sources.save(source)
      const stage = await imports.begin({
        sourceId: source.id,
        fileName: file.fileName,
        mapping: file.mapping,
        sha256: null,
        bytesTotal: file.bytesTotal,
      })
      return follow(file, source, stage, turn)
    } catch (error) {
      turn.leave()
      throw error
    }
  }

  function follow(file: ImportFile, source: Source, stage: ImportStage, turn: Turn): StartedImport {
    const id = stage.importId
    let onRead = () => {}
    const read = new Promise<void>((resolve) => {
      onRead = resolve
    })
    const report = (progress: ImportProgress) => {
      running.set(id, progress)
      file.onProgress?.(progress)
    }
    const done = turn
      .run(() => runImport(file, source, stage, deps, report, onRead))
      .finally(() => running.delete(id))
    done.catch((error: unknown) =>
      deps.log.error({ err: error, importId: id }, 'an import could not be ended'),
    )
    return { id, read, done }
  }

  async function status(id: number): Promise<ImportStatus> {
    const stored = await imports.find(id)
    if (stored === null) throw notFound('import', id)
    return withProgress(stored, running.get(id))
  }

  return {
    start,
    status,
    isMerging: () => deps.embedded && [...running.values()].some(({ state }) => state === 'merging'),
    preview: (file) => previewFile(file, deps),
    async list(limit, before) {
      const stored = await imports.list(limit, before)
      return stored.map((one) => withProgress(one, running.get(one.id)))
    },
    async rejects(id, language = 'en') {
      await status(id)
      return rejectsCsv(imports, id, language)
    },
    async undo(id) {
      const { state } = await status(id)
      if (state === 'done') return imports.undo(id)
      throw new DomainError('conflict', MESSAGES.onlyDoneIsUndone(id, state))
    },
  }
}

/** The stored status with what this process knows better while the import runs. */
function withProgress(stored: ImportStatus, progress: ImportProgress | undefined): ImportStatus {
  if (progress === undefined) return stored
  const { state, bytesRead, rowsRead } = progress
  // Its stage is still being cleared: until then nothing else is written to the embedded database.
  if (stored.finishedAt !== null) return { ...stored, state, finishedAt: null, error: null }
  const rejected = [...progress.rejected.values()].reduce((sum, count) => sum + count, 0)
  return { ...stored, state, bytesRead, rowsRead, rejected }
}
