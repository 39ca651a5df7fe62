import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseImportMapping } from '../../server/import/import-mapping.ts'
import { previewLines } from '../../server/cli/preview-words.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'
import { previewText } from '../support/cities/preview-city.ts'
import { databasesUnderTest } from '../support/databases.ts'

const STOCKHOLM = createZone('Europe/Stockholm')
const day = (month: number, date: number) => fromLocal(STOCKHOLM, 2024, month, date)
const MAPPING = {
  source: { id: 'soc', controller: 'x', legalBasis: 'x', purpose: 'x' },
  columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'datum', category: 'typ' },
  categories: { Stöld: 'theft' },
}
const dates = (time: (k: number) => string) =>
  Array.from({ length: 60 }, (_, k) => `2024-03-${String(1 + (k % 31)).padStart(2, '0')}${time(k)}`)

function fileOf(times: readonly string[], ends?: readonly string[]): string {
  const rows = times.map((time, k) => `${k},18.06,59.33,Stöld,${time}${ends ? `,${ends[k]}` : ''}`)
  return `id,lon,lat,typ,datum${ends ? ',slut' : ''}\n${rows.join('\n')}\n`
}

const preview = previewText

describe('a column in which nearly every time of day is the same', () => {
  it.each([
    ['midnight', () => ' 00:00', '00:00'],
    ['noon', () => 'T12:00:00', '12:00'],
    ['midnight of Greenwich', () => 'T00:00:00.000Z', '00:00'],
    ['with two exceptions of 60', (k: number) => (k % 30 === 7 ? ' 18:30' : ' 00:00'), '00:00'],
  ])('is reported as a column of dates, and guessed as such: %s', async (_, time, timeOfDay) => {
    const found = await preview(fileOf(dates(time)))
    expect(found.dateColumns).toMatchObject([{ column: 'datum', field: 'occurredFrom', timeOfDay }])
    expect(found.mapping).toMatchObject({ unknownTimes: { occurredFrom: timeOfDay } })
    expect(previewLines(found, 'en').join('\n')).toContain(
      `times are ${timeOfDay}, so they are read as dates`,
    )
  })

  it('is reported under a given mapping, with the setting that has it read as dates', async () => {
    const found = await preview(fileOf(dates(() => ' 00:00')), MAPPING)
    expect(found.mapping).toMatchObject({ unknownTimes: {} })
    expect(previewLines(found, 'en').join('\n')).toContain('"unknownTimes": {"occurredFrom": null}')
  })

  it('is reported of the ends of times, too', async () => {
    const text = fileOf(
      dates(() => ' 00:00'),
      dates(() => ' 23:59'),
    )
    const columns = { ...MAPPING.columns, occurredTo: 'slut' }
    const { dateColumns } = await preview(text, { ...MAPPING, columns })
    expect(dateColumns.map(({ field, timeOfDay }) => [field, timeOfDay])).toEqual([
      ['occurredFrom', '00:00'],
      ['occurredTo', '23:59'],
    ])
  })

  it.each([
    ['bare dates, which are read as such anyway', dates(() => ''), {}],
    ['various times', dates((k) => ` ${String(k % 24).padStart(2, '0')}:00`), { occurredFrom: null }],
    ['one night', Array.from({ length: 60 }, () => '2024-03-01 22:00'), { occurredFrom: null }],
  ])('is not reported for %s', async (_, times, unknownTimes) => {
    const found = await preview(fileOf(times))
    expect(found.dateColumns).toEqual([])
    expect(found.mapping!.unknownTimes).toEqual(unknownTimes)
  })
})

describe.each(databasesUnderTest)('an import of dates that are written with a time ($kind)', (kind) => {
  let city: ImportCity
  beforeAll(async () => {
    city = await openImportCity(kind)
  })
  afterAll(() => city.close())

  it('reads each date as its whole local day, whatever its length, and keeps other times', async () => {
    const times = ['2024-03-31 00:00', '2024-05-31T22:00:00Z', '2024-10-27T00:00Z', '2024-10-27 18:30']
    const unknownTimes = { occurredFrom: '00:00' }
    const status = await city.importText(fileOf(times), { ...MAPPING, unknownTimes })
    expect(status).toMatchObject({ state: 'done', accepted: 4, unknownTimes })
    const spans = await Promise.all(['0', '1', '2', '3'].map((id) => city.incident(id)))
    expect(spans.map((row) => [row!.fromMinute, row!.toMinute])).toEqual([
      [day(3, 31), day(4, 1)],
      [day(6, 1), day(6, 2)],
      [day(10, 27), day(10, 28)],
      [fromLocal(STOCKHOLM, 2024, 10, 27, 18, 30), fromLocal(STOCKHOLM, 2024, 10, 27, 18, 30)],
    ])
  })

  it('detects the columns of dates as a preview does, and stores that with the import', async () => {
    const text = fileOf(dates(() => ' 12:00')).replaceAll(/^(\d+),/gm, 'noon-$1,')
    const status = await city.importText(text, MAPPING)
    expect(status).toMatchObject({ state: 'done', accepted: 60, unknownTimes: { occurredFrom: '12:00' } })
    const { fromMinute, toMinute } = (await city.incident('noon-0'))!
    expect([fromMinute, toMinute]).toEqual([day(3, 1), day(3, 2)])
    expect((await preview(text, MAPPING)).dateColumns).toMatchObject([{ timeOfDay: '12:00' }])
  })

  it('reads the times as times when the mapping says so', async () => {
    const text = fileOf(dates(() => ' 06:00')).replaceAll(/^(\d+),/gm, 'shift-$1,')
    const status = await city.importText(text, { ...MAPPING, unknownTimes: { occurredFrom: null } })
    expect(status).toMatchObject({ state: 'done', accepted: 60, unknownTimes: {} })
    const { fromMinute, toMinute } = (await city.incident('shift-0'))!
    expect([fromMinute, toMinute]).toEqual([day(3, 1) + 360, day(3, 1) + 360])
  })

  it('fails with the setting to choose when the first rows and the whole file disagree', async () => {
    const hours = (k: number) => ` ${String(k % 24).padStart(2, '0')}:15`
    const times = Array.from(
      { length: 9000 },
      (_, k) => `2024-03-0${1 + (k % 9)}${k < 8400 ? ' 00:00' : hours(k)}`,
    )
    const text = fileOf(times)
    const chunks = text.match(/[^]{1,65536}/g)!.map((part) => Buffer.from(part))
    const file = { fileName: 'a.csv', stream: Readable.from(chunks), bytesTotal: null }
    const { done } = await city.service.start({ ...file, mapping: parseImportMapping(MAPPING) })
    const status = await done
    expect(status).toMatchObject({ state: 'failed', accepted: 0 })
    expect(status.error?.sv).toContain('"unknownTimes": {"occurredFrom": "00:00"}')
  })
})
