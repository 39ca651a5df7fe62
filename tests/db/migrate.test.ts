import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

describe.each(databasesUnderTest)('migrations on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  it('have run in a fresh database', async () => {
    expect(await db.knex('schema_migration').pluck('name')).toContain('0001-city')
    expect(await db.migrate()).toMatchObject({ srid: 3006, timezone: 'Europe/Stockholm', demo: false })
  })
})
