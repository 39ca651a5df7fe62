import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { copyIn, copyOut } from '../../db/client/bulk-copy.ts'
import { type Database, openDatabase } from '../../db/client.ts'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { DEMO_SRID } from '../../server/demo/city.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createImportService } from '../../server/import/import-service.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { GENERATED_CSV_MAPPING, GEOPACKAGE_MAPPING } from './generate-csv.ts'

const SAMPLE_EVERY_MS = 20
const SOURCE = { id: 'bench', controller: 'Bench', legalBasis: 'None: invented rows', purpose: 'Measurement' }
/** What a COPY of ready-made incidents writes: everything that the table does not fill by itself. */
const COPIED = [
  'content_hash',
  'from_minute',
  'to_minute',
  'reported_minute',
  'weight',
  'import_id',
  'source_ordinal',
  'category_index',
  'flags',
  'setting_code',
  'precision_code',
  'external_id',
  'text',
  'geom',
]

export interface ImportMeasurement {
  readonly rows: number
  readonly importMs: number
  /** The same rows, ready-made, by COPY into the same table with all its constraints and indexes, emptied before. */
  readonly copyMs: number
  /** Highest resident memory during the import, above that of the process with its database open. */
  readonly peakAboveIdleBytes: number
  readonly loopDelayP99Ms: number
  /** Highest resident memory of a process that read the file for this one, bytes; 0 where none did, or the system does not tell. */
  readonly readerPeakBytes: number
}

/** Imports a generated file into an empty database with PostGIS, then copies the same rows into it once more. */
export async function measureImport(url: string, file: string): Promise<ImportMeasurement> {
  const database = await openDatabase({ url, dataDir: null, srid: DEMO_SRID, log: SILENT })
  try {
    await database.migrate()
    const measured = await importFile(database, file)
    return { ...measured, copyMs: await copySameRows(database) }
  } finally {
    await database.close()
  }
}

async function importFile({ repositories }: Database, file: string) {
  const { imports, sources, features } = repositories
  const service = createImportService({
    imports,
    sources,
    features,
    projection: createProjection(DEMO_SRID),
    zone: createZone(GENERATED_CSV_MAPPING.timezone),
    clock: { nowMs: () => performance.now() },
    log: SILENT,
    embedded: false,
  })
  const idle = process.memoryUsage.rss()
  let [peak, readerPeakBytes] = [idle, 0]
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
    readerPeakBytes = Math.max(readerPeakBytes, ...childrenResident())
  }, SAMPLE_EVERY_MS)
  const loop = monitorEventLoopDelay({ resolution: 5 })
  loop.enable()
  const start = performance.now()
  const { done } = await service.start({
    fileName: file,
    stream: createReadStream(file),
    bytesTotal: statSync(file).size,
    mapping: parseImportMapping({
      ...(file.endsWith('.gpkg') ? GEOPACKAGE_MAPPING : GENERATED_CSV_MAPPING),
      source: SOURCE,
    }),
  })
  const status = await done
  const importMs = performance.now() - start
  clearInterval(sampling)
  if (status.state !== 'done' || status.accepted !== status.rowsRead) throw new Error(JSON.stringify(status))
  return {
    rows: status.rowsRead,
    importMs,
    peakAboveIdleBytes: peak - idle,
    readerPeakBytes,
    loopDelayP99Ms: loop.percentile(99) / 1e6,
  }
}

/** Resident bytes of the processes that this one has started, where the system tells them (Linux). */
function childrenResident(): readonly number[] {
  const list = `/proc/${process.pid}/task/${process.pid}/children`
  if (!existsSync(list)) return []
  const pids = readFileSync(list, 'utf8').trim().split(' ')
  return pids.map((pid) => {
    const status = `/proc/${pid}/status`
    const text = pid !== '' && existsSync(status) ? readFileSync(status, 'utf8') : ''
    return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) * 1024
  })
}

async function copySameRows({ knex }: Database): Promise<number> {
  const chunks: Uint8Array[] = []
  const columns = COPIED.join(', ')
  const rows = copyOut(knex, `COPY (SELECT ${columns} FROM incident ORDER BY id) TO STDOUT (FORMAT binary)`)
  for await (const chunk of rows) chunks.push(chunk)
  await knex.raw(
    'ALTER TABLE incident DISABLE TRIGGER USER; TRUNCATE incident; ALTER TABLE incident ENABLE TRIGGER USER',
  )
  const start = performance.now()
  await copyIn(knex, { table: 'incident', columns: COPIED, format: 'binary' }, chunks)
  return performance.now() - start
}
