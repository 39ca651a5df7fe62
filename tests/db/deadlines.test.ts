import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../db/client.ts'
import { STATEMENT_DEADLINE_MS, within } from '../../db/client/statement-class.ts'
import { SILENT } from '../../server/platform/log.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

/** Of a class that opening a database has no statement of: a slow disk would have to keep to it as well. */
const SOON_MS = 200

describe.runIf(process.env.TEST_DATABASE_URL !== undefined)('deadlines on PostGIS', () => {
  let lent: TestDatabase
  let db: Database
  beforeAll(async () => {
    lent = await databasesUnderTest.find(({ kind }) => kind === 'postgis')!.open()
    const deadlines = { ...STATEMENT_DEADLINE_MS, bulk: SOON_MS }
    db = await openDatabase({ url: lent.url, dataDir: null, srid: 3006, log: SILENT, deadlines })
  })
  afterAll(async () => {
    await db?.close()
    await lent?.close()
  })

  const timeout = async (query: Pick<Database['knex'], 'raw'>) =>
    (await query.raw("SELECT current_setting('statement_timeout') AS ms")).rows[0].ms

  it('cancel a statement that outlives its class', async () => {
    const overdue = within('bulk', db.knex.raw('SELECT pg_sleep(30)'))
    await expect(overdue).rejects.toMatchObject({ code: 'deadline-exceeded' })
  })

  it('depend on the class of each statement', async () => {
    expect(await timeout(db.knex)).toBe('30s')
    await within('migration', db.knex.raw('SELECT 1'))
    expect(await timeout(db.knex)).toBe('30s')
  })

  it('hold again after a transaction has taken the setting back', async () => {
    await db.knex.transaction(async (trx) => {
      const inner = trx.transaction(async (nested) => {
        await within('migration', nested.raw('SELECT 1'))
        throw new Error('taken back')
      })
      await expect(inner).rejects.toThrow('taken back')
      expect(await timeout(trx)).toBe('30s')
    })
    expect(await timeout(db.knex)).toBe('30s')
  })
})
