/** Reads a vector tile with GDAL, as a desktop program does: the tile comes on the standard input, features go out as GeoJSON. */
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

interface Gdal {
  readonly Module: {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void; readFile(path: string): Uint8Array }
  }
  open(path: string): Promise<{ readonly datasets: readonly unknown[] }>
  ogr2ogr(dataset: unknown, options: readonly string[], name: string): Promise<{ readonly local: string }>
}

const initialise = createRequire(import.meta.url)('gdal3.js/node.js') as (options: object) => Promise<Gdal>
const [layer = ''] = process.argv.slice(2)
const gdal = await initialise({
  path: 'node_modules/gdal3.js/dist/package',
  errorHandler: (line: string) => process.stderr.write(`${line}\n`),
  logHandler: () => {},
})
gdal.Module.FS.writeFile('/input/tile.mvt', readFileSync(0))
const { datasets } = await gdal.open('/input/tile.mvt')
// Its positions stay within the tile: only a tile's address says where it lies.
const { local } = await gdal.ogr2ogr(datasets[0], ['-f', 'GeoJSON', '-a_srs', 'EPSG:4326', layer], 'tile')
process.stdout.write(gdal.Module.FS.readFile(local))
