import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SurveyFigure } from '../../server/surveys/survey.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { insertDistrict } from '../support/cities/districts.ts'

const SOURCE = 'Trygghetsmätningen'

const figure = (areaId: number, change: Partial<SurveyFigure> = {}): SurveyFigure => ({
  indicator: 'safe-outdoors-at-night',
  wave: '2025',
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

  it('are read as stored, in a stable order', async () => {
    const { surveys } = db.repositories
    const unsure = figure(west, { marginPercent: null, answers: null, publishedOn: null })
    const women = figure(west, { group: 'women', percent: 58 })
    await surveys.replaceWaves([women, unsure, figure(east)])
    expect(await surveys.list()).toEqual([figure(east), unsure, women])
  })

  it('replace whole waves, and leave the others alone', async () => {
    const { surveys } = db.repositories
    const avoided = (areaId: number, wave: string, percent: number) =>
      figure(areaId, { indicator: 'avoided-a-place', wave, percent })
    await surveys.replaceWaves([
      avoided(east, '2025', 11),
      avoided(west, '2025', 12),
      avoided(east, '2023', 13),
    ])
    await surveys.replaceWaves([avoided(west, '2025', 9)])
    const stored = (await surveys.list()).filter(({ indicator }) => indicator === 'avoided-a-place')
    expect(stored).toEqual([avoided(east, '2023', 13), avoided(west, '2025', 9)])
  })

  it('stay unchanged when one figure is refused', async () => {
    const { surveys } = db.repositories
    const before = await surveys.list()
    const replace = (figures: readonly SurveyFigure[]) => surveys.replaceWaves(figures)
    await expect(replace([figure(east), figure(999_999)])).rejects.toMatchObject({ code: 'conflict' })
    await expect(replace([figure(east), figure(east)])).rejects.toMatchObject({ code: 'conflict' })
    await expect(replace([figure(east, { percent: 101 })])).rejects.toMatchObject({ code: 'unprocessable' })
    expect(await surveys.list()).toEqual(before)
  })
})
