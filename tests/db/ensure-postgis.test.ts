import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { SILENT } from '../../server/platform/log.ts'

const serverUrl = process.env.TEST_DATABASE_URL
const NAME = `lagesbild_bare_${process.pid}`

describe.skipIf(serverUrl === undefined)('a bare database that a plain role owns', () => {
  const url = new URL(serverUrl ?? 'postgres://nowhere')
  const admin = new pg.Client({ connectionString: url.href })
  beforeAll(async () => {
    await admin.connect()
    await admin.query(`CREATE ROLE ${NAME} LOGIN PASSWORD 'plain'`)
    await admin.query(`CREATE DATABASE ${NAME} OWNER ${NAME}`)
  })
  afterAll(async () => {
    await admin.query(`DROP DATABASE ${NAME} WITH (FORCE)`)
    await admin.query(`DROP ROLE ${NAME}`)
    await admin.end()
  })

  it('is refused with the statement that an administrator has to run, and left as it was', async () => {
    const owner = new URL(url.href)
    Object.assign(owner, { username: NAME, password: 'plain', pathname: `/${NAME}` })
    const database = await openDatabase({ url: owner.href, dataDir: null, srid: 3006, log: SILENT })
    try {
      await expect(database.migrate()).rejects.toMatchObject({
        code: 'database-unavailable',
        message: expect.stringContaining('run CREATE EXTENSION postgis'),
      })
      expect(await database.knex.schema.hasTable('schema_migration')).toBe(false)
    } finally {
      await database.close()
    }
  })
})
