import type { Bench, BenchRow } from './bench.ts'
import { measureGeneratedImport } from './import-generated.ts'
import { measureGeoPackage } from './import-geopackage.ts'

const MIN_SHARE = 1 / 3
const MAX_LOOP_DELAY_MS = 50
const GEOPACKAGE_ROWS = 300_000
const MAX_GEOPACKAGE_SECONDS = 60
const MAX_READER_MB = 600

/** The import of a CSV file beside a bare COPY of the same rows into the same table. */
export const importBench: Bench = {
  name: 'import',
  async run({ sizes, databaseUrl, seed, log }) {
    if (databaseUrl === null) {
      log('left out: the import is measured on PostGIS (DATABASE_URL)')
      return []
    }
    const rows: BenchRow[] = []
    for (const size of sizes) {
      log(`importing ${size}`)
      const measured = await measureGeneratedImport(databaseUrl, size, seed)
      const { importMs, copyMs, loopDelayP99Ms, peakAboveIdleBytes } = measured
      rows.push(
        {
          work: 'import of a CSV file on PostGIS',
          size,
          ours: `${perSecond(size, importMs)} rows/s`,
          peer: `${perSecond(size, copyMs)} rows/s`,
          peerName: 'COPY of ready rows into the same constrained, indexed table',
          ratio: copyMs / importMs,
          target: MIN_SHARE,
          note: `${Math.round(peakAboveIdleBytes / 1e6)} MB above idle`,
        },
        {
          work: 'event loop delay during the import, p99',
          size,
          ours: `${loopDelayP99Ms.toFixed(0)} ms`,
          peer: `< ${MAX_LOOP_DELAY_MS} ms`,
          peerName: '',
          ratio: null,
          target: null,
          met: loopDelayP99Ms < MAX_LOOP_DELAY_MS,
        },
      )
    }
    log(`importing a GeoPackage of ${GEOPACKAGE_ROWS}`)
    return [...rows, await geoPackageRow(databaseUrl)]
  },
}

async function geoPackageRow(databaseUrl: string): Promise<BenchRow> {
  const { fileBytes, importMs, readerPeakBytes } = await measureGeoPackage(databaseUrl, GEOPACKAGE_ROWS)
  const [seconds, megabytes] = [importMs / 1000, readerPeakBytes / 1e6]
  return {
    work: `import of a GeoPackage of ${Math.round(fileBytes / 1e6)} MB on PostGIS, and memory of the process that reads it`,
    size: GEOPACKAGE_ROWS,
    ours: `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`,
    peer: `< ${MAX_GEOPACKAGE_SECONDS} s, < ${MAX_READER_MB} MB`,
    peerName: '',
    ratio: null,
    target: null,
    met: seconds < MAX_GEOPACKAGE_SECONDS && megabytes < MAX_READER_MB,
  }
}

function perSecond(rows: number, ms: number): string {
  return String(Math.round((rows / ms) * 1000))
}
