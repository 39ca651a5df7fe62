import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { copyIn, copyOut } from '../../db/client/bulk-copy.ts'
import type { Executor } from '../../db/client/handle.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const TEXT_TARGET = { table: 'copied', columns: ['id', 'text'], format: 'text' } as const
const BINARY_TARGET = { ...TEXT_TARGET, format: 'binary' } as const

describe.each(databasesUnderTest)('COPY on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    await db.knex.raw('CREATE TABLE copied (id int PRIMARY KEY, text text)')
  })
  beforeEach(() => db.knex('copied').delete())
  afterAll(() => db?.close())

  it('copies rows out and in again, with chunks split anywhere', async () => {
    await db.knex.raw("INSERT INTO copied SELECT n, 'rad ' || n FROM generate_series(1, 30000) AS n")
    const bytes = await collected(
      db.knex,
      'COPY (SELECT * FROM copied ORDER BY id) TO STDOUT (FORMAT binary)',
    )
    const before = await db.knex('copied').orderBy('id')
    await db.knex('copied').delete()
    expect(await copyIn(db.knex, BINARY_TARGET, cut(bytes, 9_973))).toBe(30_000)
    expect(await db.knex('copied').orderBy('id')).toEqual(before)
  })

  it('copies text format', async () => {
    expect(await copyIn(db.knex, TEXT_TARGET, [Buffer.from('1\tå\n2'), Buffer.from('\t\\N\n')])).toBe(2)
    expect(await db.knex('copied').orderBy('id')).toEqual([
      { id: 1, text: 'å' },
      { id: 2, text: null },
    ])
  })

  it('copies nothing', async () => {
    expect(await copyIn(db.knex, TEXT_TARGET, [])).toBe(0)
    expect((await collected(db.knex, 'COPY copied TO STDOUT')).length).toBe(0)
  })

  it('is part of its transaction', async () => {
    const failing = db.knex.transaction(async (trx) => {
      await copyIn(trx, TEXT_TARGET, [Buffer.from('1\ta\n')])
      expect((await collected(trx, 'COPY copied TO STDOUT')).toString()).toBe('1\ta\n')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await db.knex('copied')).toEqual([])
  })

  it.each([
    ['a row that does not fit', TEXT_TARGET, 'x\ta\n', '22P02'],
    ['a repeated key', TEXT_TARGET, '1\ta\n1\tb\n', '23505'],
    ['a table that is not there', { ...TEXT_TARGET, table: 'nowhere' }, '1\ta\n', '42P01'],
  ])('refuses %s and stays usable', async (_what, target, text, code) => {
    await expect(copyIn(db.knex, target, [Buffer.from(text)])).rejects.toMatchObject({ code })
    expect(await copyIn(db.knex, TEXT_TARGET, [Buffer.from('7\tb\n')])).toBe(1)
  })

  it('fails when its source fails, and stores nothing', async () => {
    async function* broken() {
      yield Buffer.from('1\ta\n')
      throw new Error('the file ended')
    }
    await expect(copyIn(db.knex, TEXT_TARGET, broken())).rejects.toThrow()
    expect(await db.knex('copied')).toEqual([])
  })

  it('can be abandoned early', async () => {
    await db.knex.raw(
      'INSERT INTO copied SELECT n, repeat(md5(n::text), 30) FROM generate_series(1, 5000) AS n',
    )
    for await (const chunk of copyOut(db.knex, 'COPY copied TO STDOUT')) {
      expect(chunk.length).toBeGreaterThan(0)
      break
    }
    const { rows } = await db.knex.raw('SELECT count(*) AS count FROM copied')
    expect(rows).toEqual([{ count: 5000n }])
  })

  it('reports a wrong statement', async () => {
    await expect(collected(db.knex, 'COPY nowhere TO STDOUT')).rejects.toMatchObject({ code: '42P01' })
  })
})

async function collected(executor: Executor, sql: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of copyOut(executor, sql)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function* cut(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
