/** A process of its own for one measurement, so that its memory is that of the import alone: URL and file as arguments. */
import { measureImport } from './import-measure.ts'

const [url, file] = process.argv.slice(2)
process.stdout.write(JSON.stringify(await measureImport(url!, file!)))
