/**
 * What GDAL can open in the process that reads files: one that it was given on descriptor 3, and whatever else the arguments
 * name. Prints the paths that could be opened, as JSON.
 */
import { fstatSync } from 'node:fs'
import { mountFile } from '../../../server/formats/gdal/file-device.ts'
import { loadGdal } from '../../../server/formats/gdal/gdal-module.ts'

const GIVEN = 3
const OF_ANYTHING = 0

const module = await loadGdal(() => {})
const given = mountFile(module, { fd: GIVEN, byteLength: fstatSync(GIVEN).size, extension: 'gpkg' })
const open = module.cwrap('GDALOpenEx', 'number', ['string', 'number', 'number', 'number', 'number'])
const paths = [given, ...process.argv.slice(2)]
const opened = paths.filter((path) => open(path, OF_ANYTHING, 0, 0, 0) !== 0)
process.stdout.write(JSON.stringify(opened))
process.exit(0)
