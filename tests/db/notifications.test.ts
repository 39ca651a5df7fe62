import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGE_CHANNEL } from '../../db/client/notifications.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

describe.each(databasesUnderTest)('notifications on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('are sent for changes of incidents and layers once committed', async () => {
    const heard = collectUntil('incidents')
    const stop = await db.notifications.listen(CHANGE_CHANNEL, heard.hear)
    await db.repositories.sources.save(SAMPLE_SOURCE)
    await db.repositories.incidents.insert([sampleIncident()])
    expect(await heard.all).toContain('layers')
    await stop()
  })

  it('are not sent for rolled back changes', async () => {
    const heard = collectUntil('end')
    await db.notifications.listen('told', heard.hear)
    const failing = db.knex.transaction(async (trx) => {
      await trx.raw("NOTIFY told, 'rolled back'")
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await db.knex.raw("NOTIFY told, 'end'")
    expect(await heard.all).not.toContain('rolled back')
  })
})

// Embedded there is one connection, and none to make twice.
describe.each(databasesUnderTest.filter(({ kind }) => kind === 'postgis'))(
  'a fresh $kind database',
  ({ open }) => {
    it('notifies each listener once, though several began concurrently', async () => {
      const db = await open()
      try {
        const [one, two] = [collectUntil('end'), collectUntil('end')]
        await Promise.all([
          db.notifications.listen('one', one.hear),
          db.notifications.listen('two', two.hear),
        ])
        for (const channel of ['one', 'two'])
          for (const payload of ['word', 'end']) await db.knex.raw(`NOTIFY ${channel}, '${payload}'`)
        expect((await one.all).filter((payload) => payload === 'word')).toEqual(['word'])
        expect((await two.all).filter((payload) => payload === 'word')).toEqual(['word'])
      } finally {
        await db.close()
      }
    })
  },
)

/** Collects payloads until one of them comes. */
function collectUntil(last: string) {
  const payloads: string[] = []
  let finish: (payloads: string[]) => void = () => {}
  const all = new Promise<string[]>((resolve) => {
    finish = resolve
  })
  const hear = (payload: string) => {
    payloads.push(payload)
    if (payload === last) finish(payloads)
  }
  return { hear, all }
}
