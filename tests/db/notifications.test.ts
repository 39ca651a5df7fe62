import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHANGE_CHANNEL } from '../../db/notifications.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

describe.each(databasesUnderTest)('notifications on the $kind database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  it('tell of a change of incidents and of layers once it is committed', async () => {
    const heard = collectUntil('incidents')
    const stop = await db.notifications.listen(CHANGE_CHANNEL, heard.hear)
    await db.repositories.sources.save(SAMPLE_SOURCE)
    await db.repositories.incidents.insert([sampleIncident()])
    expect(await heard.all).toContain('layers')
    await stop()
  })

  it('are not told of what was rolled back', async () => {
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
