import { createProjection } from '../engine/projection/create-projection.ts'
import { notFound } from '../engine/errors.ts'
import { cityBounds, studyEnvelope } from '../engine/snapshot/study-envelope.ts'
import type { Zone } from '../engine/time/zone.ts'
import { wholeFile } from '../formats/whole-file.ts'
import type { FileLayer } from '../formats/file-layer.ts'
import { type Bounds, previewExtent } from '../formats/positions/preview-extent.ts'
import type { FeatureRepository } from '../layers/index.ts'
import type { Clock } from '../platform/clock.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { changeNotices } from './change-notices.ts'
import { layerExamples, type LayerExample } from './examples.ts'
import type { LayerFile, LayerFileRequest } from './layer-file.ts'
import { type LayerMapping, type LayerMappingHints, parseLayerMapping, registerOf } from './layer-mapping.ts'
import { type LayerChanges, planChanges } from './plan-changes.ts'
import { readLayerFile } from './read-layer-file.ts'
import { refuseUnfinished, refuseUnusable } from './refuse-unfinished.ts'
import type { LayerImportRepository, LayerImportStatus } from './repository.ts'

const TASK = new URL('./layer-import-task.ts', import.meta.url)
const MINUTE_MS = 60_000
/** Of what is missing so many are named. */
const MAX_NAMED = 100

/** A file of a layer, with its mapping or what is known of one. */
export interface LayerUpload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly fileName: string
  readonly mapping: unknown
  readonly signal?: AbortSignal
}

type Findings = Omit<LayerFile, 'features' | 'rejectedKeys' | 'unidentified' | 'extent'>

/** What a delivery does to the layer, or would. */
interface Effects {
  readonly added: number
  readonly revised: number
  readonly unchanged: number
  readonly closed: number
  /** Features that the file lacks; the first hundred. */
  readonly absent: LayerChanges['absent']
}

export interface LayerImportPreview extends Findings, Effects {
  readonly layer: FileLayer | null
  readonly examples: readonly LayerExample[]
  readonly extent: { readonly file: Bounds | null; readonly city: Bounds | null }
}

export interface LayerImportResult extends Findings, Effects {
  /** Null when the file says nothing new. */
  readonly import: LayerImportStatus | null
}

/** See `readLayerFile`. */
export type LayerFileReader = (file: LayerFileRequest, signal?: AbortSignal) => Promise<LayerFile>

export interface LayerImportService {
  preview(upload: LayerUpload): Promise<LayerImportPreview>
  /** @throws DomainError `invalid-mapping` when something is left to say, `invalid-file` when no row can be used */
  importFile(upload: LayerUpload, by: string): Promise<LayerImportResult>
  /** @throws DomainError `not-found` */
  find(id: number): Promise<LayerImportStatus>
  list(limit: number, before: number | null): Promise<readonly LayerImportStatus[]>
  undo(id: number, by: string): Promise<LayerImportStatus & { readonly kept: number }>
}

export interface LayerImportDeps {
  readonly layerImports: LayerImportRepository
  readonly features: Pick<FeatureRepository, 'readAreas'>
  /** EPSG code of the city's CRS. */
  readonly srid: number
  readonly zone: Zone
  readonly clock: Clock
  /** Where nobody else waits, `readLayerFile` itself. */
  readonly read?: LayerFileReader
  /** Called when something was stored, before the response. */
  readonly onChange?: () => Promise<unknown>
}

/** Reads files on a worker, so that nobody waits for them; their bytes move there. */
export function createLayerFileReader(pool: ComputePool): LayerFileReader {
  return (file, signal) =>
    pool.run<LayerFileRequest, LayerFile>(TASK, file, {
      transfer: [file.bytes.buffer],
      ...(signal === undefined ? {} : { signal }),
    })
}

/** The use case "a register comes in as a file": look at it, take it in, see what came, take it back. */
export function createLayerImportService(deps: LayerImportDeps): LayerImportService {
  const { layerImports, features, srid, zone, clock, read = readLayerFile, onChange = async () => {} } = deps
  const projection = createProjection(srid)

  async function open({ bytes, mapping: given, signal }: LayerUpload) {
    const { mapping, hints } = parseLayerMapping(given)
    const areas = await features.readAreas()
    const [envelope, city] = [studyEnvelope(areas), cityBounds(areas, projection)]
    const { bytes: whole, layer } = await wholeFile(bytes, (mapping ?? hints).layer)
    const file = await read({ bytes: whole, mapping, hints, city, envelope, zone }, signal)
    signal?.throwIfAborted()
    const notices = [...(layer?.notices ?? []), ...file.notices]
    return { known: mapping ?? hints, file: { ...file, notices }, layer, envelope }
  }

  function planner({ kind, missing }: LayerMapping | LayerMappingHints, file: LayerFile) {
    const today = formatLocal(Math.floor(clock.nowMs() / MINUTE_MS), zone).slice(0, 10)
    // A row that cannot be used and has no id may be any of those that are missing.
    const close = missing === 'close' && file.unidentified === 0
    return planChanges.bind(null, { kind, file, close, today })
  }

  return {
    async preview(upload) {
      const { known, file, layer, envelope } = await open(upload)
      const stored = await layerImports.known(known.kind, registerOf(known))
      const changes = planner(known, file)(stored)
      return {
        ...findingsOf(file, changes, known),
        layer,
        examples: layerExamples(file.features, projection),
        extent: { file: file.extent, city: previewExtent(null, envelope, projection).city },
      }
    },
    async importFile(upload, by) {
      const { known, file } = await open(upload)
      refuseUnfinished(file)
      refuseUnusable(file)
      const delivery = {
        kind: known.kind,
        register: registerOf(known),
        fileName: upload.fileName,
        mapping: file.mapping,
        rowsRead: file.rowsRead,
        repeated: file.repeated,
        rejected: file.rowsRead - file.repeated - file.features.length,
        by,
        atMs: clock.nowMs(),
      }
      const { changes, status } = await layerImports.store(delivery, planner(known, file))
      if (status !== null) await onChange()
      return { ...findingsOf(file, changes, known), import: status }
    },
    async find(id) {
      const status = await layerImports.find(id)
      if (status === null) throw notFound('import', id)
      return status
    },
    list: (limit, before) => layerImports.list(limit, before),
    async undo(id, by) {
      const { status, kept } = await layerImports.undo(id, by, clock.nowMs())
      await onChange()
      return { ...status, kept }
    },
  }
}

function findingsOf(
  file: LayerFile,
  changes: LayerChanges,
  known: LayerMapping | LayerMappingHints,
): Findings & Effects {
  const notices = [...changeNotices(changes, known.missing, file.unidentified), ...file.notices]
  const isWarning = ({ kind }: { readonly kind: string }) => kind === 'warning'
  return {
    ...withoutRows(file),
    notices: [...notices.filter(isWarning), ...notices.filter((notice) => !isWarning(notice))],
    added: changes.added.length,
    revised: changes.revised.length,
    unchanged: changes.unchanged,
    closed: changes.closed.length,
    absent: changes.absent.slice(0, MAX_NAMED),
  }
}

function withoutRows(file: LayerFile): Findings {
  const { mapping, guessed, missing, likelySystems, question, notices, columns } = file
  const { rowsRead, repeated, rejected, rejects } = file
  return {
    mapping,
    guessed,
    missing,
    likelySystems,
    question,
    notices,
    columns,
    rowsRead,
    repeated,
    rejected,
    rejects,
  }
}
