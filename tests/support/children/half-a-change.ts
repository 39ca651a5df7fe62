/** Begins a change in the database that its argument names, commits it, says so, and waits to be killed. */
import { openDatabase } from '../../../db/client.ts'
import { OPERATING } from '../../../server/platform/access/principal.ts'
import { SILENT } from '../../../server/platform/log.ts'
import { createAuditService } from '../../../server/platform/audit/audit-service.ts'

const { repositories } = await openDatabase({
  url: process.argv[2]!,
  dataDir: null,
  srid: 3006,
  log: SILENT,
})
const auditLog = createAuditService({
  repository: repositories.audit,
  clock: { nowMs: Date.now },
  log: SILENT,
})
await auditLog.begin(OPERATING, { kind: 'people', action: 'createOrganisation', subject: null })
await repositories.people.insertOrganisation({ name: 'Handlarna', placeIds: [] })
process.stdout.write('committed\n')
setInterval(() => {}, 1000)
