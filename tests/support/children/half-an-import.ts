/** Stages a row of an import in the database that its argument names, says the import's id, and waits to be killed. */
import { openDatabase } from '../../../db/client.ts'
import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import { SILENT } from '../../../server/platform/log.ts'

const database = await openDatabase({ url: process.argv[2]!, dataDir: null, srid: 3006, log: SILENT })
const stage = await database.repositories.imports.begin({
  sourceId: 'est',
  fileName: 'half.csv',
  mapping: {},
  sha256: null,
  bytesTotal: null,
})
const content = {
  sourceId: 'est',
  externalId: 'half',
  xCm: 67_400_000,
  yCm: 658_000_000,
  fromMinute: 0,
  toMinute: 0,
  reportedMinute: null,
  categoryIndex: 0,
  flags: 0,
  settingCode: 0,
  precisionCode: 0,
  weight: 1,
  text: null,
}
await stage.write([{ ...content, contentHash: contentHash(content), line: 2, original: 'half' }])
process.stdout.write(`${stage.importId}\n`)
setInterval(() => {}, 1000)
