/** Imports so many rows into the database that its arguments name, and says `staged`, then `done`. */
import { openDatabase } from '../../../db/client.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { sampleIncident, SAMPLE_SOURCE } from '../../support/sample-rows.ts'

const [kind, where, count] = process.argv.slice(2) as [string, string, string]
const place = kind === 'postgis' ? { url: where, dataDir: null } : { url: null, dataDir: where }
const database = await openDatabase({ ...place, srid: 3006, log: SILENT })
await database.migrate()
await database.repositories.sources.save(SAMPLE_SOURCE)
const file = { sourceId: SAMPLE_SOURCE.id, fileName: 'rows.csv', mapping: {}, sha256: null, bytesTotal: null }
const stage = await database.repositories.imports.begin(file)
const rows = Array.from({ length: Number(count) }, (_, n) => ({
  ...sampleIncident({ externalId: `row-${n}` }),
  line: n + 2,
  original: 'row',
}))
for (let at = 0; at < rows.length; at += 5000) await stage.write(rows.slice(at, at + 5000))
process.stdout.write('staged\n')
const { accepted } = await stage.merge(rows.length)
process.stdout.write(`done ${accepted}\n`)
await database.close()
