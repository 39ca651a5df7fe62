import { completeDatabase, openDatabase } from '../../../../db/client.ts'
import { renewEpoch } from '../../../../db/client/renew-epoch.ts'
import { SILENT } from '../../../../server/platform/log.ts'
import type { TestDatabase } from '../../../support/databases.ts'
import type { StatementRecorder } from '../record-statements.ts'

/** How a database whose schema is up to date is opened and given to the role that serves, and what a restore ends with. */
export async function database(db: TestDatabase, recorder: StatementRecorder): Promise<void> {
  const { url, ownerUrl: migrationUrl, srid, knex } = db
  const options = { url, migrationUrl, dataDir: null, srid, log: SILENT }
  const { open, migrate, restored } = recorder.of('database', {
    open: () => (url === null ? completeDatabase(db, options) : openDatabase(options)),
    migrate: () => db.migrate(),
    restored: () => renewEpoch(knex, 'another cluster'),
  })
  if (url !== null) await knex.raw('REVOKE SELECT ON source FROM ??', [new URL(url).username])
  const opened = await open()
  if (url !== null) await opened.close()
  await migrate()
  await restored()
}
