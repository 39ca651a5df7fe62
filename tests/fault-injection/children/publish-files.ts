/** Publishes a prepared release with many files on the database that its argument names; says `started`, then `done`. */
import { hash } from 'node:crypto'
import { openDatabase } from '../../../db/client.ts'
import { SILENT } from '../../../server/platform/log.ts'

const [url, id] = process.argv.slice(2) as [string, string]
const database = await openDatabase({ url, dataDir: null, srid: 3006, log: SILENT })
const bytes = Buffer.alloc(2000, 'x')
const sha256 = hash('sha256', bytes)
const files = Array.from({ length: 2000 }, (_, n) => ({ path: `tiles/${n}.mvt`, bytes, sha256 }))
const step = { by: 'account/2', name: 'Åsa', at: '2026-06-01T12:00:00.000Z' }
process.stdout.write('begun\n')
await database.repositories.releases.publish(
  Number(id),
  step,
  'folder',
  files,
  await database.repositories.releases.disclosures(),
)
process.stdout.write('done\n')
await database.close()
