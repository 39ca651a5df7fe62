import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const DROP_OTHERS = `
SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()`

describe.runIf(process.env.TEST_DATABASE_URL !== undefined)('connections that PostGIS drops', () => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await databasesUnderTest.find(({ kind }) => kind === 'postgis')!.open()
  })
  afterAll(() => db?.close())

  it('are reopened, and listeners are called, since they may have missed notifications', async () => {
    let reported: (payload: string) => void = () => {}
    const next = () => new Promise<string>((resolve) => (reported = resolve))
    const connected = next()
    await db.notifications.listen('told', (payload) => reported(payload))
    expect(await connected).toBe('')
    const back = next()
    await db.knex.raw(DROP_OTHERS)
    expect(await back).toBe('')
    const news = next()
    await db.knex.raw("NOTIFY told, 'news'")
    expect(await news).toBe('news')
  })

  it('fail the statement that runs as unavailable, and no later one', async () => {
    let dropped: number[] = []
    const started = db.knex.transaction(async (trx) => {
      const { rows } = await db.knex.raw(DROP_OTHERS)
      dropped = (rows as { pid: number }[]).map(({ pid }) => pid)
      await trx.raw('SELECT 1')
    })
    await expect(started).rejects.toMatchObject({ code: 'database-unavailable' })
    // A terminated session notifies its client when it next runs.
    await expect.poll(() => db.knex('pg_stat_activity').whereIn('pid', dropped)).toEqual([])
    expect(await db.repositories.ping()).toBe(true)
  })
})
