import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SurveyFigure } from '../../server/domain/surveys.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { insertDistrict } from '../support/districts.ts'

const SOURCE = 'Trygghetsmätningen'

const figure = (areaId: number, change: Partial<SurveyFigure> = {}) => ({
  areaId,
  group: 'all',
  percent: 71.5,
  marginPercent: 4,
  answers: 412,
  source: SOURCE,
  publishedOn: '2026-02-11',
  ...change,
})

describe.each(databasesUnderTest)('surveys on the $kind database', ({ open }) => {
  let db: TestDatabase
  let [east, west] = [0, 0]
  beforeAll(async () => {
    db = await open()
    east = await insertDistrict(db.repositories.features, 'Öster')
    west = await insertDistrict(db.repositories.features, 'Väster')
  })
  afterAll(() => db?.close())

  it('come back as they were taken in, in a stable order', async () => {
    const { surveys } = db.repositories
    const unsure = figure(west, { marginPercent: null, answers: null, publishedOn: null })
    await surveys.replaceWave('safe-outdoors-at-night', '2025', [
      figure(west, { group: 'women', percent: 58 }),
      unsure,
      figure(east),
    ])
    const wave = { indicator: 'safe-outdoors-at-night', wave: '2025' }
    expect(await surveys.list()).toEqual([
      { ...wave, ...figure(east) },
      { ...wave, ...unsure },
      { ...wave, ...figure(west, { group: 'women', percent: 58 }) },
    ])
  })

  it('replace a wave whole, and leave the others alone', async () => {
    const { surveys } = db.repositories
    await surveys.replaceWave('avoided-a-place', '2025', [figure(east), figure(west)])
    await surveys.replaceWave('avoided-a-place', '2023', [figure(east, { percent: 12 })])
    await surveys.replaceWave('avoided-a-place', '2025', [figure(west, { percent: 9 })])
    const stored = (await surveys.list()).filter(({ indicator }) => indicator === 'avoided-a-place')
    expect(stored.map(({ wave, areaId, percent }) => [wave, areaId, percent])).toEqual([
      ['2023', east, 12],
      ['2025', west, 9],
    ])
  })

  it('keep what was there when one figure of a new wave cannot be taken in', async () => {
    const { surveys } = db.repositories
    const before = await surveys.list()
    const replace = (figures: ReturnType<typeof figure>[]) =>
      surveys.replaceWave('avoided-a-place', '2025', figures)
    await expect(replace([figure(east), figure(999_999)])).rejects.toMatchObject({ code: 'conflict' })
    await expect(replace([figure(east), figure(east)])).rejects.toMatchObject({ code: 'conflict' })
    await expect(replace([figure(east, { percent: 101 })])).rejects.toMatchObject({ code: 'unprocessable' })
    expect(await surveys.list()).toEqual(before)
  })
})
