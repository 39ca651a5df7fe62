import { parquetWriteBuffer } from 'hyparquet-writer'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellAt } from '../../../server/engine/lattice/lattice.ts'
import { area, EAST, NORTH, rectangle } from '../../checks/tiny-city.ts'
import { createApiClient, type Json } from '../../support/serving/api-client.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const SOURCE = {
  id: 'sums',
  controller: 'Polisen',
  legalBasis: 'Avtal',
  purpose: 'Lägesbild',
  register: 'police',
}
const CELL = cellAt(EAST + 1000, NORTH + 1000, 50)
const AREAS = [
  area(1, 'study', 'Staden', rectangle(0, 0, 4000, 4000)),
  area(2, 'district', 'Västra', rectangle(0, 0, 2000, 4000), 6000),
  area(3, 'district', 'Östra', rectangle(2000, 0, 2000, 4000), 6000),
  area(4, 'place', 'Torget', rectangle(100, 100, 200, 200)),
  area(5, 'base', 'Torget', rectangle(0, 0, 1000, 1000), 900),
]

describe.each(databasesUnderTest)('a table of sums on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    call = createApiClient(server.url)
    await server.storage.repositories.features.insertMany(
      'areas',
      AREAS.map(({ planar, properties }) => ({ planar, properties })),
    )
  })
  afterAll(() => server?.close())

  async function take(file: string | Uint8Array<ArrayBuffer>, source: unknown = SOURCE) {
    const form = new FormData()
    form.append('mapping', JSON.stringify({ table: 'units', source }))
    form.append('file', new Blob([file]), 'sums')
    const started = await call('POST', '/api/imports', { body: form })
    expect(started.status).toBe(202)
    for (;;) {
      const { body } = await call('GET', started.headers.get('location')!)
      if (body.finishedAt !== null) return body
      await wait(20)
    }
  }
  const rejectsOf = async (id: number) =>
    String((await call('GET', `/api/imports/${id}/rejects`)).body)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').slice(0, 3).join(','))
  async function stored() {
    const { items } = (await call('GET', '/api/incidents?limit=500')).body
    return items
  }
  const lines = (...rows: readonly string[]) => ['i,j,month,category,setting,flags,count', ...rows].join('\n')
  const sum = (rest: string, { i, j } = CELL) => `${i},${j},${rest}`

  it('becomes one weighted incident a row, known to its month and its cell', async () => {
    const status = await take(
      lines(
        sum('2025-03,theft,outdoor,,7'),
        sum('2025-3,violence,,domestic|child,2'),
        sum('2025-04,theft,outdoor,,1'),
      ),
    )
    expect(status).toMatchObject({ state: 'done', rowsRead: 3, accepted: 3, revised: 0, rejected: 0 })
    const found = await stored()
    expect(
      found.map(({ category, weight, setting, flags }: Json) => [category, weight, setting, flags]),
    ).toEqual([
      ['theft', 7, 'outdoor', []],
      ['violence', 2, 'unknown', expect.arrayContaining(['domestic', 'child'])],
      ['theft', 1, 'outdoor', []],
    ])
    expect(found[0]).toMatchObject({
      precision: 'street',
      from: '2025-03-01T00:00+01:00',
      to: '2025-04-01T00:00+02:00',
    })
    const [x, y] = server.storage.projection.toPlanar(found[0].lon, found[0].lat)!
    expect(cellAt(x, y, 50)).toEqual(CELL)
  })

  it('adds nothing the second time, is corrected by a newer table, and undone whole', async () => {
    const before = await stored()
    const again = await take(
      lines(sum('2025-03,theft,outdoor,,7'), sum('2025-03,violence,unknown,child|domestic,2')),
    )
    expect(again).toMatchObject({ accepted: 0, duplicates: 2, rejected: 0 })
    const newer = await take(lines(sum('2025-03,theft,outdoor,,9'), sum('2025-05,theft,outdoor,,4')))
    expect(newer).toMatchObject({ accepted: 2, revised: 1, duplicates: 0 })
    expect((await stored()).map(({ weight }: Json) => weight)).toEqual([9, 2, 1, 4])
    expect((await call('DELETE', `/api/imports/${newer.id}`)).body.state).toBe('undone')
    expect((await stored()).map(({ weight }: Json) => weight)).toEqual(
      before.map(({ weight }: Json) => weight),
    )
  })

  it('rejects each bad row with its line and reason, and accounts for all of them', async () => {
    const far = { i: CELL.i + 3000, j: CELL.j }
    const status = await take(
      lines(
        sum('2025-06,theft,outdoor,,3'),
        sum('2025-06,piracy,outdoor,,3'),
        sum('2025-06,,outdoor,,3'),
        sum('2025-06,theft,moon,,3'),
        sum('2025-06,theft,outdoor,rich,3'),
        sum('2025-13,theft,outdoor,,3'),
        sum(',theft,outdoor,,3'),
        sum('2025-06,theft,outdoor,,0'),
        sum('2025-06,theft,outdoor,,2.5'),
        sum('2025-06,theft,outdoor,,'),
        sum('2025-06,theft,outdoor,,1000001'),
        sum('2025-06,theft,outdoor,,1', far),
        `x,${CELL.j},2025-06,theft,outdoor,,1`,
        ',,2025-06,theft,outdoor,,1',
        sum('2025-07,theft,outdoor,,1'),
        sum('2025-7,theft,outdoor,,2'),
        sum('2025-06,theft,outdoor,,3'),
        sum('2025-06,theft'),
      ),
    )
    expect(status).toMatchObject({ rowsRead: 18, accepted: 1, duplicates: 1, rejected: 16 })
    expect(await rejectsOf(status.id)).toEqual([
      '3,category,unknown-category',
      '4,category,no-category',
      '5,setting,unknown-setting',
      '6,flags,malformed-row',
      '7,month,bad-time',
      '8,month,bad-time',
      '9,count,malformed-row',
      '10,count,malformed-row',
      '11,count,malformed-row',
      '12,count,malformed-row',
      '13,i,far-away',
      '14,i,bad-position',
      '15,count,no-position',
      '16,,conflicting-id',
      '17,,conflicting-id',
      '19,,malformed-row',
    ])
  })

  it('is refused as a whole when it lacks a column, and says which', async () => {
    const status = await take('i,month,category\n1,2025-03,theft\n')
    expect(status).toMatchObject({
      state: 'failed',
      accepted: 0,
      error: expect.stringContaining('lacks j, count'),
    })
  })

  it('is the same from Parquet, whatever the types of its numbers', async () => {
    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'i', data: [CELL.i, CELL.i], type: 'INT32' },
        { name: 'j', data: [BigInt(CELL.j), BigInt(CELL.j)], type: 'INT64' },
        { name: 'month', data: ['2025-03', '2025-08'], type: 'STRING' },
        { name: 'category', data: ['theft', 'theft'], type: 'STRING' },
        { name: 'setting', data: ['outdoor', null], type: 'STRING' },
        { name: 'count', data: [7, 5], type: 'DOUBLE' },
      ],
    })
    expect(await take(new Uint8Array(bytes))).toMatchObject({ accepted: 1, duplicates: 1, rejected: 0 })
    const lacking = parquetWriteBuffer({ columnData: [{ name: 'i', data: [1], type: 'INT32' }] })
    expect(await take(new Uint8Array(lacking))).toMatchObject({ state: 'failed' })
  })

  it('by area is located in the area and in no cell, by name, kind or id', async () => {
    const { areas } = await server.storage.repositories.features.readAll()
    const idOf = (name: string) => areas.find(({ properties }) => properties.name === name)!.id
    const status = await take(
      [
        'area;kind;month;category;count',
        'västra;;2025-03;robbery;40',
        `${idOf('Östra')};district;2025-03;robbery;60`,
        'Torget;base;2025-03;robbery;3',
        'Torget;;2025-03;robbery;3',
        'Norra;;2025-03;robbery;3',
        'Torget;parish;2025-03;robbery;3',
        'Östra;;2025-03;robbery;61',
      ].join('\n'),
      { ...SOURCE, id: 'areas' },
    )
    expect(status).toMatchObject({ rowsRead: 7, accepted: 2, rejected: 5, duplicates: 0 })
    expect(await rejectsOf(status.id)).toEqual([
      '3,,conflicting-id',
      '5,area,unknown-area',
      '6,area,unknown-area',
      '7,kind,unknown-area',
      '8,,conflicting-id',
    ])
    const robberies = (await stored()).filter(({ category }: Json) => category === 'robbery')
    expect(robberies.map(({ weight, precision }: Json) => [weight, precision])).toEqual([
      [40, 'district'],
      [3, 'district'],
    ])
    await server.engine.snapshots.refresh()
    const { body } = await call('GET', '/api/hotspots?category=robbery&cell=400')
    expect(body.analysis.incidents).toBe(0)
  })

  it('rejects rows past the retention of its source', async () => {
    const short = { ...SOURCE, id: 'short', retentionDays: 365 }
    const status = await take(lines(sum('2019-03,theft,outdoor,,3')), short)
    expect(status).toMatchObject({ accepted: 0, rejected: 1 })
    expect(await rejectsOf(status.id)).toEqual(['2,month,past-retention'])
  })
})
