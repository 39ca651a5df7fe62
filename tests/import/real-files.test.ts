import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATEGORIES } from '../../server/engine/snapshot/categories.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'
import { describeWithSharedData, readSharedData } from '../support/shared-data.ts'

const CHICAGO = 'chicago-25k.csv.gz'
const LONDON = 'city-of-london-street.csv.gz'

function fixture(name: string): Record<string, unknown> {
  const url = new URL(`../fixtures/import/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>
}

async function liveByCategory({ database }: ImportCity): Promise<Record<string, number>> {
  const rows: { category_index: number; count: bigint }[] = await database
    .knex('incident')
    .where({ live: true })
    .groupBy('category_index')
    .select('category_index')
    .count('* as count')
  return Object.fromEntries(rows.map((row) => [CATEGORIES[row.category_index]!.code, Number(row.count)]))
}

describeWithSharedData('Chicago’s 25,000 reported crimes', [CHICAGO], () => {
  describe.each(databasesUnderTest)('on the $kind database', (kind) => {
    let city: ImportCity
    let first: ReadonlyMap<string, bigint>
    beforeAll(async () => {
      city = await openImportCity(kind, { srid: 26916, timezone: 'America/Chicago' })
    })
    afterAll(() => city.close())

    it('come in whole', async () => {
      const status = await city.importShared(CHICAGO, fixture('chicago'))
      expect(status).toMatchObject({
        state: 'done',
        rowsRead: 25_000,
        accepted: 25_000,
        rejected: 0,
        duplicates: 0,
      })
      first = await city.liveContent()
      expect(first.size).toBe(25_000)
      expect(await liveByCategory(city)).toMatchObject({
        theft: 5948 + 996,
        robbery: 957,
        arson_fire: 39,
        drugs: 1204,
      })
    })

    it('have the position and time of the file', async () => {
      const theft = (await city.incident('11733061.0'))!
      const [lon, lat] = [-87.64954628, 41.94929238]
      const { rows } = await city.database.knex.raw<{ rows: { metres: number }[] }>(
        `SELECT st_distance(geom, st_transform(st_setsrid(st_makepoint(?, ?), 4326), 26916)) AS metres
         FROM incident WHERE external_id = '11733061.0'`,
        [lon, lat],
      )
      expect(rows[0]!.metres).toBeLessThan(0.02)
      expect(theft.fromMinute).toBe(Date.UTC(2019, 5, 23, 0, 0) / 60_000)
      expect(theft.settingCode).toBe(1)
    })

    it('add nothing the second time', async () => {
      const status = await city.importShared(CHICAGO, fixture('chicago'))
      expect(status).toMatchObject({ rowsRead: 25_000, accepted: 0, rejected: 0, duplicates: 25_000 })
      expect(await city.revisionCount()).toBe(0)
      expect(await city.liveContent()).toEqual(first)
    })

    it('are revised by a later file, and restored when that import is undone', async () => {
      const text = readSharedData(CHICAGO).toString('utf8')
      const changed = text.replaceAll(',ARSON,', ',THEFT,')
      const status = await city.importText(changed, fixture('chicago'))
      expect(status).toMatchObject({ accepted: 39, revised: 39, duplicates: 25_000 - 39 })
      expect(await liveByCategory(city)).toMatchObject({ theft: 5948 + 996 + 39 })
      expect(await city.revisionCount()).toBe(39)
      await city.service.undo(status.id)
      expect(await city.liveContent()).toEqual(first)
      expect(await city.revisionCount()).toBe(78)
    })
  })
})

describeWithSharedData('the City of London’s 22,111 street crimes', [LONDON], () => {
  describe.each(databasesUnderTest)('on the $kind database', (kind) => {
    let city: ImportCity
    beforeAll(async () => {
      city = await openImportCity(kind, { srid: 27700, timezone: 'Europe/London' })
    })
    afterAll(() => city.close())

    it('come in whole: those without a position are rejected, repeats of a crime are duplicates', async () => {
      const status = await city.importShared(LONDON, fixture('city-of-london'))
      expect(status).toMatchObject({ state: 'done', rowsRead: 22_111, rejected: 1699, duplicates: 28 })
      expect(status.accepted).toBe(22_111 - 1699 - 28)
      expect((await city.liveContent()).size).toBe(status.accepted)
    })

    it('are rejected with their own line of the file', async () => {
      const [{ id } = { id: 0 }] = await city.service.list(1, null)
      const rejects = await city.rejects(id)
      const lines = readSharedData(LONDON).toString('utf8').split('\n')
      expect(rejects).toHaveLength(1699)
      for (const { line, column, reason, text } of rejects) {
        expect([column, reason]).toEqual(['Longitude', 'no-position'])
        expect(text).toBe(lines[line - 1]!.replace('\r', ''))
      }
    })

    it('span their local month', async () => {
      const { rows } = await city.database.knex.raw<{ rows: { from: number; to: number }[] }>(
        'SELECT min(from_minute) AS from, max(to_minute) AS to FROM incident',
      )
      expect(rows[0]).toEqual({
        from: Date.UTC(2018, 2, 31, 23) / 60_000,
        to: Date.UTC(2020, 11, 1) / 60_000,
      })
    })

    it('add nothing the second time, those without an id included', async () => {
      const before = await city.liveContent()
      const status = await city.importShared(LONDON, fixture('city-of-london'))
      expect(status).toMatchObject({ accepted: 0, rejected: 1699, duplicates: 22_111 - 1699 })
      expect(await city.liveContent()).toEqual(before)
    })

    it('keep every anti-social behaviour apart, though many are equal in all they say', async () => {
      const rows = readSharedData(LONDON).toString('utf8').split('\n').slice(1)
      const located = rows.filter(
        (row) => row.includes('Anti-social behaviour') && !row.includes(',,,No Location'),
      )
      const stored = [...(await city.liveContent()).keys()].filter((id) => id.startsWith('~'))
      expect(stored).toHaveLength(located.length)
    })
  })
})

describeWithSharedData('other real files', ['polisen-events-page.json', 'daejeon-cctv.cp949.csv'], () => {
  const base = { controller: 'x', legalBasis: 'x', purpose: 'x' }

  it('the police’s feed, an array with positions as one text and unpadded hours, is imported whole', async () => {
    const city = await openImportCity(databasesUnderTest[0]!)
    try {
      const status = await city.importShared('polisen-events-page.json', {
        source: { id: 'polisen', ...base },
        columns: {
          externalId: 'id',
          position: 'location.gps',
          occurredFrom: 'datetime',
          category: 'type',
          text: 'summary',
        },
        categories: { Brand: 'arson_fire', Rån: 'robbery', '*': 'other' },
        defaults: { precision: 'county' },
      })
      expect(status).toMatchObject({ state: 'done', rowsRead: 500, accepted: 500, rejected: 0 })
      const stored = await city.incident('650297')
      expect(stored!.fromMinute).toBe(Date.UTC(2026, 7, 22, 17, 51) / 60_000)
    } finally {
      await city.close()
    }
  })

  it('Daejeon’s cameras in cp949 keep their names; zeros, blanks and places elsewhere are named', async () => {
    const city = await openImportCity(databasesUnderTest[0]!, { srid: 5186, timezone: 'Asia/Seoul' })
    try {
      const mapping = {
        source: { id: 'daejeon', ...base },
        columns: { x: '경도', y: '위도', occurredFrom: '업데이트일시', text: '번호' },
        defaults: { category: 'other' },
        csv: { encoding: 'cp949' },
      }
      const status = await city.importShared('daejeon-cctv.cp949.csv', mapping)
      expect(status).toMatchObject({ state: 'done', rowsRead: 5624, rejected: 2329, accepted: 3295 })
      const reasons = new Set((await city.rejects(status.id)).map(({ reason }) => reason))
      expect([...reasons].sort()).toEqual(['far-away', 'no-position'])
      expect(
        await city.database.knex('incident').where('text', 'like', '%자립지원센터%').first('id'),
      ).toBeDefined()
      const asUtf8 = await city.importShared('daejeon-cctv.cp949.csv', { ...mapping, csv: {} })
      expect(asUtf8).toMatchObject({
        state: 'failed',
        error: { sv: expect.stringContaining('csv.encoding') },
      })
    } finally {
      await city.close()
    }
  })
})
