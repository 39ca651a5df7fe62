/**
 * Whether a file of two million rows is imported on PostGIS within 300 MB of resident memory above idle.
 *
 * Run with `DATABASE_URL=… node --import tsx tests/bench/import-memory.ts [ROWS]`; ends with code 1 when it is not.
 */
import { measureGeneratedImport } from './import-generated.ts'

const MAX_BYTES = 300e6
const ROWS = 2_000_000
const SEED = 1

const url = process.env.DATABASE_URL
if (url === undefined)
  throw new Error('DATABASE_URL must name a PostGIS server on which databases may be created.')
const rows = Number(process.argv[2] ?? ROWS)
const { peakAboveIdleBytes, importMs, loopDelayP99Ms } = await measureGeneratedImport(url, rows, SEED)
const megabytes = Math.round(peakAboveIdleBytes / 1e6)
console.log(
  `${rows} rows: ${megabytes} MB above idle at most, ${Math.round(rows / (importMs / 1000))} rows/s, event loop p99 ${Math.round(loopDelayP99Ms)} ms`,
)
process.exitCode = peakAboveIdleBytes <= MAX_BYTES ? 0 : 1
