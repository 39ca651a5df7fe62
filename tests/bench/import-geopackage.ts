import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { writeGeoFiles } from '../support/geo-files.ts'
import { createBenchDatabase } from './bench-database.ts'
import type { ImportMeasurement } from './import-measure.ts'

const CHILD = fileURLToPath(new URL('./import-child.ts', import.meta.url))
const KINDS = ['Stöld', 'Rån', 'Skadegörelse', 'Misshandel']
const SECONDS_APART = 90
const STARTS = Date.UTC(2024, 0, 1)

/** Writes a GeoPackage of points with addresses, and measures its import into a fresh PostGIS database. */
export async function measureGeoPackage(
  url: string,
  rows: number,
): Promise<ImportMeasurement & { readonly fileBytes: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-bench-'))
  const file = join(folder, 'incidents.gpkg')
  const database = await createBenchDatabase(url)
  try {
    const features = Array.from({ length: rows }, (_, k) => pointOf(k))
    const recipe = { name: 'incidents', driver: 'GPKG', geoJson: { type: 'FeatureCollection', features } }
    writeFileSync(file, writeGeoFiles([recipe]).get('incidents.gpkg')!)
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      CHILD,
      database.url,
      file,
    ])
    return { ...(JSON.parse(stdout) as ImportMeasurement), fileBytes: statSync(file).size }
  } finally {
    rmSync(folder, { recursive: true })
    await database.drop()
  }
}

function pointOf(k: number) {
  return {
    type: 'Feature',
    properties: {
      id: `K${1_000_000 + k}`,
      brott: KINDS[k % KINDS.length],
      start: new Date(STARTS + k * SECONDS_APART * 1000).toISOString(),
      adress: `Storgatan ${k % 400} i stadsdelen Södermalm, Stockholm`,
    },
    geometry: { type: 'Point', coordinates: [18 + (k % 1000) / 10_000, 59.3 + (k % 777) / 10_000] },
  }
}
