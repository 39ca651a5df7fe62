import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { EVERY_INCIDENT, SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

describe.each(databasesUnderTest)('incidents on the $kind database', ({ open }) => {
  let db: TestDatabase
  let incidents: TestDatabase['repositories']['incidents']
  beforeAll(async () => {
    db = await open()
    incidents = db.repositories.incidents
    await db.repositories.sources.save(SAMPLE_SOURCE)
  })
  afterAll(() => db?.close())

  it('are read as inserted, with ids in the order of the rows', async () => {
    const rows = Array.from({ length: 1000 }, (_, n) =>
      sampleIncident({ externalId: `many-${n}`, xCm: 67_000_000 + n * 7, text: n % 2 ? null : `å-${n}` }),
    )
    const ids = await incidents.insert(rows)
    expect(ids).toHaveLength(1000)
    const [first, last] = [await incidents.find(ids[0]!), await incidents.find(ids[999]!)]
    const { line: _, ...given } = rows[999]!
    expect(last).toEqual({ ...given, id: ids[999], revision: 1, importId: null, retractedReason: null })
    expect(first?.externalId).toBe('many-0')
  })

  it('are inserted all or none: an existing id is a conflict', async () => {
    await incidents.insert([sampleIncident({ externalId: 'there' })])
    const both = [sampleIncident({ externalId: 'new' }), sampleIncident({ externalId: 'there' })]
    await expect(incidents.insert(both)).rejects.toMatchObject({
      code: 'conflict',
      message: 'externalId: It is there already.',
    })
    expect(await db.knex('incident').where({ external_id: 'new' })).toEqual([])
  })

  it.each([
    ['an end before its beginning', { fromMinute: 10, toMinute: 9 }],
    ['an unknown category', { categoryIndex: 17 }],
    ['a weight of nothing', { weight: 0 }],
    ['an unknown source', { sourceId: 'nobody' }],
    ['an unknown precision', { precisionCode: 6 }],
    ['an unknown setting', { settingCode: 4 }],
    ['an unknown flag', { flags: 16 }],
  ])('are refused with %s', async (_what, change) => {
    const row = sampleIncident({ externalId: 'refused', ...change })
    await expect(incidents.insert([row])).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('keep every earlier state after correction and retraction', async () => {
    const [id] = await incidents.insert([sampleIncident({ externalId: 'corrected' })])
    const corrected = sampleIncident({ externalId: 'corrected', categoryIndex: 5, xCm: 67_435_099 })
    const updated = await incidents.update(id!, 1, corrected)
    expect(updated).toMatchObject({ revision: 2, categoryIndex: 5, xCm: 67_435_099 })
    await incidents.retract(id!, 2, 'registered twice')
    const states = await incidents.revisions(id!)
    expect(states.map(({ revision, categoryIndex }) => [revision, categoryIndex])).toEqual([
      [1, 4],
      [2, 5],
      [3, 5],
    ])
    expect(states.map(({ retractedReason }) => retractedReason)).toEqual([null, null, 'registered twice'])
  })

  it('are changed only at the revision that the caller knows', async () => {
    const [id] = await incidents.insert([sampleIncident({ externalId: 'locked' })])
    const change = sampleIncident({ externalId: 'locked', weight: 2 })
    await incidents.update(id!, 1, change)
    await expect(incidents.update(id!, 1, change)).rejects.toMatchObject({ code: 'precondition-failed' })
    await expect(incidents.update(9_999_999, 1, change)).rejects.toMatchObject({ code: 'not-found' })
    await expect(incidents.retract(id!, 1, 'no')).rejects.toMatchObject({ code: 'precondition-failed' })
    await incidents.retract(id!, null, 'yes')
    await expect(incidents.update(id!, 3, change)).rejects.toMatchObject({ code: 'conflict' })
  })

  it('page by id, live ones only, through every filter', async () => {
    const minute = 20_000_000
    const ids = await incidents.insert([
      sampleIncident({ externalId: 'p-1', fromMinute: minute, toMinute: minute, categoryIndex: 1 }),
      sampleIncident({ externalId: 'p-2', fromMinute: minute + 10, toMinute: minute + 10, xCm: 60_000_000 }),
      sampleIncident({ externalId: 'p-3', fromMinute: minute + 20, toMinute: minute + 20 }),
    ])
    await incidents.retract(ids[2]!, null, 'gone')
    const period = { ...EVERY_INCIDENT, fromMinute: minute, toMinute: minute + 30 }
    const idsOf = async (query: Parameters<typeof incidents.page>[0]) =>
      (await incidents.page(query)).map(({ id }) => id)
    expect(await idsOf(period)).toEqual([ids[0], ids[1]])
    expect(await idsOf({ ...period, limit: 1 })).toEqual([ids[0]])
    expect(await idsOf({ ...period, after: ids[0]! })).toEqual([ids[1]])
    expect(await idsOf({ ...period, toMinute: minute + 10 })).toEqual([ids[0]])
    expect(await idsOf({ ...period, categories: [1, 2] })).toEqual([ids[0]])
    expect(await idsOf({ ...period, sourceId: 'nobody' })).toEqual([])
    expect(await idsOf({ ...period, envelope: [599_999, 6_581_000, 600_001, 6_582_000] })).toEqual([ids[1]])
  })

  it('cannot be deleted, nor their history, except by the purge', async () => {
    await expect(db.knex('incident').delete()).rejects.toThrow(/append|refused/)
    await expect(db.knex('incident_revision').update({ weight: 3 })).rejects.toThrow(/refused/)
    await expect(db.knex.raw('TRUNCATE incident_revision')).rejects.toThrow(/refused/)
    const [id] = await incidents.insert([sampleIncident({ externalId: 'purged' })])
    await db.knex.transaction(async (trx) => {
      await trx.raw("SET LOCAL lagesbild.purge = 'on'")
      expect(await trx('incident').where({ id }).delete()).toBe(1)
    })
  })
})
