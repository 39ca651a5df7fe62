import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const PAGE = readFileSync(new URL('../../DATASKYDD.md', import.meta.url), 'utf8')

/** The names in the first column of the page's table of tables. */
function namedTables(): readonly string[] {
  const [, section = ''] = PAGE.split('### Tabell för tabell')
  const rows = section.split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name!))
}

describe.each(databasesUnderTest)('DATASKYDD.md and the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('name the same tables', async () => {
    const tables: string[] = await db
      .knex('pg_tables')
      .where({ schemaname: 'public' })
      .whereNot({ tablename: 'spatial_ref_sys' })
      .pluck('tablename')
    expect([...namedTables()].toSorted()).toEqual(tables.toSorted())
  })
})
