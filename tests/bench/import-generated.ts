import { execFile } from 'node:child_process'
import { createWriteStream, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { buildDemoCity } from '../../server/demo/city.ts'
import { generateIncidents } from '../../server/demo/generate-incidents.ts'
import { createBenchDatabase } from './bench-database.ts'
import { csvOfIncidents } from './generate-csv.ts'
import type { ImportMeasurement } from './import-measure.ts'

const BATCH_ROWS = 4000
const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url))

/** Writes a file of generated incidents and measures its import into a fresh PostGIS database, in another process. */
export async function measureGeneratedImport(
  url: string,
  rows: number,
  seed: number,
): Promise<ImportMeasurement> {
  const file = join(tmpdir(), `lagesbild-bench-${process.pid}-${rows}.csv`)
  const database = await createBenchDatabase(url)
  try {
    const city = buildDemoCity({ incidents: 1 })
    const batches = generateIncidents({ city, count: rows, seed: String(seed), batchRows: BATCH_ROWS })
    await pipeline(Readable.from(csvOfIncidents(batches)), createWriteStream(file))
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      CHILD,
      database.url,
      file,
    ])
    return JSON.parse(stdout) as ImportMeasurement
  } finally {
    rmSync(file, { force: true })
    await database.drop()
  }
}
