import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ObservationKind } from '../../server/observations/index.ts'
import { KEPT_DAYS } from '../../server/operations/erasure.ts'
import { DAY_MS, NOW } from '../operations/purge-rows.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

describe.each(databasesUnderTest)('texts of observations on the $kind database', ({ open }) => {
  let db: TestDatabase
  let areaId = 0
  beforeAll(async () => {
    db = await open()
    const { features } = db.repositories
    areaId = (await features.insert('areas', squareArea(0, 'place', [X, Y, 400, 400]))).id
  })
  afterAll(() => db?.close())

  const reportIdOf = (k: number) => String(k).padStart(32, '0')
  const observe = async (k: number, seenMs: number, text: string, kind: ObservationKind = 'litter') => {
    const [seenAt, at] = [seenMs, seenMs + 1000].map((ms) => new Date(ms).toISOString()) as [string, string]
    const reported = { at, by: 'account/1', name: null }
    const placed = { areaId, kind, position: null, linkId: null }
    const { observations } = db.repositories
    await observations.insert({ reportId: reportIdOf(k), ...placed, seenAt, text, reported }, 1)
  }
  const erase = (observationTexts: boolean) =>
    db.repositories.erasures.erase({
      asOfMs: NOW,
      nowMs: NOW,
      observationTexts,
      signal: new AbortController().signal,
      onStep: () => {},
    })
  const find = async (k: number) => (await db.repositories.observations.findReport(reportIdOf(k)))!

  it('are erased after 150 days where a decision says so; kind and outcome of the observation stay', async () => {
    const day = NOW - KEPT_DAYS.observationTexts * DAY_MS
    await observe(1, day - 3_600_000, 'Skräp vid bänken')
    await observe(2, day + 3_600_000, 'Skräp vid grinden')
    expect(await db.repositories.erasures.count(NOW)).toMatchObject({ observationTexts: 0 })
    expect(await erase(false)).toMatchObject({ observationTexts: 0 })
    expect((await find(1)).text).toBe('Skräp vid bänken')
    expect(await db.repositories.erasures.count(NOW, true)).toMatchObject({ observationTexts: 1 })
    expect(await erase(true)).toMatchObject({ observationTexts: 1 })
    expect(await find(1)).toMatchObject({ text: null, kind: 'litter', state: 'received' })
    expect((await find(2)).text).toBe('Skräp vid grinden')
    expect(await db.repositories.observations.history((await find(1)).id)).toHaveLength(1)
  })

  it('can be neither changed nor deleted by statements other than the purge, nor can their revisions', async () => {
    await observe(3, NOW - DAY_MS, 'Klotter på muren', 'vandalism')
    const { id } = await find(3)
    const refused = { message: expect.stringMatching(/refused|permission denied/) }
    await expect(db.knex('observation_text').where({ observation_id: id }).delete()).rejects.toMatchObject(
      refused,
    )
    await expect(db.knex('observation_text').update({ text: 'Annat' })).rejects.toMatchObject(refused)
    await expect(db.knex('observation_revision').delete()).rejects.toMatchObject(refused)
    await expect(db.knex('observation').where({ id }).delete()).rejects.toMatchObject(refused)
    expect((await find(3)).text).toBe('Klotter på muren')
  })
})
