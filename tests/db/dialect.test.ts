import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { within } from '../../db/client/statement-class.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

describe.each(databasesUnderTest)('queries on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
    await db.knex.raw('CREATE TABLE note (id int PRIMARY KEY, text text)')
  })
  afterAll(() => db?.close())

  it('return every type alike', async () => {
    const { rows } = await db.knex.raw(`
SELECT 9007199254740993::int8 AS int8, 7::int AS int4, '5'::xid8 AS xid8, '12.50'::numeric AS numeric,
  0.1::float8 AS float8, '2026-10-25 02:30+01'::timestamptz AS instant, '2026-10-25'::date AS day,
  '\\x00ff'::bytea AS bytes, '{"a":[1]}'::jsonb AS json, ARRAY['å', NULL] AS texts, NULL::int AS nothing, true AS yes`)
    expect(rows[0]).toEqual({
      int8: 9007199254740993n,
      int4: 7,
      xid8: '5',
      numeric: '12.50',
      float8: 0.1,
      instant: new Date('2026-10-25T01:30:00Z'),
      day: '2026-10-25',
      bytes: Buffer.from([0, 255]),
      json: { a: [1] },
      texts: ['å', null],
      nothing: null,
      yes: true,
    })
  })

  it('accept every type alike', async () => {
    const given = [9007199254740993n, Buffer.from([1, 2]), new Date(0), { å: 1 }, ['a', 'b'], 'x', null]
    const { rows } = await db.knex.raw(
      'SELECT ?::int8 AS a, ?::bytea AS b, ?::timestamptz AS c, ?::jsonb AS d, ?::text[] AS e, ?::text AS f, ?::int AS g',
      given as never,
    )
    expect(Object.values(rows[0])).toEqual(given)
  })

  it('keep a nested transaction that failed out of the outer one', async () => {
    await db.knex.transaction(async (trx) => {
      await trx('note').insert({ id: 1, text: 'outer' })
      const inner = trx.transaction(async (nested) => {
        await nested('note').insert({ id: 2, text: 'inner' })
        await nested('note').insert({ id: 1, text: 'again' })
      })
      await expect(inner).rejects.toMatchObject({ code: '23505' })
      await trx.transaction((nested) => nested('note').insert({ id: 3, text: 'second' }))
    })
    expect(await db.knex('note').orderBy('id').pluck('id')).toEqual([1, 3])
  })

  it('roll back everything when a transaction throws', async () => {
    const failing = db.knex.transaction(async (trx) => {
      await trx('note').insert({ id: 10 })
      throw new Error('thought better of it')
    })
    await expect(failing).rejects.toThrow('thought better of it')
    expect(await db.knex('note').where({ id: 10 })).toEqual([])
  })

  it('report errors with SQLSTATE and without bound values', async () => {
    const error: Error = await db.knex.raw('SELECT 1 / (length(?) - 6)', ['secret']).then(
      () => expect.fail(),
      (reason: Error) => reason,
    )
    expect(error).toMatchObject({ code: '22012' })
    expect(error.message).not.toContain('secret')
  })

  it('work again after an error', async () => {
    await expect(db.knex.raw('SELEC')).rejects.toMatchObject({ code: '42601' })
    expect((await db.knex.raw('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('queue, a hundred at once', async () => {
    const numbers = Array.from({ length: 100 }, (_, n) => n)
    const answers = await Promise.all(
      numbers.map(async (n) => (await db.knex.raw('SELECT ?::int AS n', [n])).rows[0].n),
    )
    expect(answers).toEqual(numbers)
  })

  it('carry a megabyte in and out', async () => {
    const text = 'åäö'.repeat(400_000)
    const { rows } = await within('bulk', db.knex.raw('SELECT ?::text AS text', [text]))
    expect(rows[0].text === text).toBe(true)
  })
})
