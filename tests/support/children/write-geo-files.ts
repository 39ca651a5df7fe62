/** Writes files of other programs' formats with GDAL: recipes come as JSON on the standard input, files go to the folder named. */
import { createRequire } from 'node:module'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GdalModule, stringList } from '../../../server/formats/gdal/gdal-module.ts'
import type { GeoFileRecipe } from '../geo-files.ts'

interface Gdal {
  readonly Module: Pick<GdalModule, 'cwrap' | '_malloc' | 'HEAPU32' | 'lengthBytesUTF8' | 'stringToUTF8'> & {
    readonly FS: { writeFile(path: string, text: string): void; readFile(path: string): Uint8Array }
  }
  open(path: string): Promise<{ readonly datasets: readonly unknown[] }>
  close(dataset: unknown): Promise<void>
  ogr2ogr(
    dataset: unknown,
    options: readonly string[],
    name: string,
  ): Promise<{ readonly local: string; readonly all?: readonly { readonly local: string }[] }>
}

const initialise = createRequire(import.meta.url)('gdal3.js/node.js') as (options: object) => Promise<Gdal>
const folder = process.argv[2]!
const recipes = JSON.parse(readFileSync(0, 'utf8')) as readonly GeoFileRecipe[]
const gdal = await initialise({
  path: 'node_modules/gdal3.js/dist/package',
  errorHandler: (line: string) => process.stderr.write(`${line}\n`),
  logHandler: () => {},
})
const { FS } = gdal.Module
const module = gdal.Module as unknown as GdalModule
const OF_VECTOR_UPDATE = 5

/** Changes a database that has been written. */
function execute(path: string, statements: readonly string[]): void {
  const open = module.cwrap('GDALOpenEx', 'number', ['string', 'number', 'number', 'number', 'number'])
  const info = module.cwrap('GDALVectorInfo', 'string', ['number', 'number'])
  const optionsOf = module.cwrap('GDALVectorInfoOptionsNew', 'number', ['number', 'number'])
  const dataset = open(path, OF_VECTOR_UPDATE, 0, 0, 0)
  for (const statement of statements) info(dataset, optionsOf(stringList(module, ['-sql', statement]), 0))
  module.cwrap('GDALClose', null, ['number'])(dataset)
}

for (const [k, { name, driver, geoJson, options, statements = [] }] of recipes.entries()) {
  FS.writeFile(`/input/${k}.geojson`, JSON.stringify(geoJson))
  const { datasets } = await gdal.open(`/input/${k}.geojson`)
  const written = await gdal.ogr2ogr(datasets[0], ['-f', driver, '-nln', name, ...(options ?? [])], name)
  if (statements.length > 0) execute(written.local, statements)
  for (const { local } of written.all ?? [written]) {
    const fileName = local.split('/').at(-1)!
    writeFileSync(join(folder, fileName), FS.readFile(local))
  }
  await gdal.close(datasets[0])
}
