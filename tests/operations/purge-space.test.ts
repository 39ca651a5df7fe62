import type { Knex } from 'knex'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reclaimSpace } from '../../db/operations/purge-space.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { leftovers } from './remaining-bytes.ts'

const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')
const HASH = '4711'.repeat(16)
const markers = { hash: Buffer.from(HASH) }

describe.skipIf(postgis === undefined)('erased rows that open transactions may still read (PostGIS)', () => {
  let db: TestDatabase
  let reader: Knex.Transaction
  beforeEach(async () => {
    db = await postgis!.open()
    await db.knex('api_key').insert({
      prefix: 'PREFIX00',
      sha256: HASH,
      name: 'key',
      role: 'analyst',
      scopes: ['sources.read'],
      created_by: 'operator',
      created_at: new Date(0),
      expires_at: new Date(1),
    })
    reader = await db.knex.transaction({ isolationLevel: 'repeatable read' })
    await reader('city').select('srid')
    await db.knex('api_key').delete()
    return () => db.close()
  })
  afterEach(() => reader.rollback())

  it('stay in the files meanwhile, and are reported', async () => {
    // Autovacuum may have a transaction open as well.
    expect((await reclaimSpace(db, 'rewrite', 0)).openTransactions).toBeGreaterThanOrEqual(1)
    expect(await leftovers(db, markers)).toContain('file: hash in api_key')
  })

  it('are removed after waiting for those transactions', async () => {
    const rewritten = db.repositories.erasures.reclaim('rewrite')
    // On the reader's own connection: one of the pool's would take the place of the query that is looked for.
    const requested = async () => {
      await reader.raw('SELECT pg_stat_clear_snapshot()')
      return reader('pg_stat_activity').whereLike('query', '%FROM pg_prepared_xacts%')
    }
    await expect.poll(requested).not.toEqual([])
    await reader.rollback()
    expect(await rewritten).toEqual({ notRewritten: [], openTransactions: 0 })
    expect(await leftovers(db, markers)).toEqual([])
  })
})
