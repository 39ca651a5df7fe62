import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { HEADER, MAPPING, openRegisterCity, PARKEN, TORGET } from '../support/cities/register-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'

describe.each(databasesUnderTest)('what is kept of deliveries on $kind', (database) => {
  let city: Awaited<ReturnType<typeof openRegisterCity>>
  beforeAll(async () => {
    city = await openRegisterCity(database)
  })
  afterAll(() => city.close())
  beforeEach(() => city.empty())

  it('can be undone, the last one first, which restores the features from before', async () => {
    const first = (await city.take(MAPPING, HEADER + TORGET + PARKEN)).body.import
    const content = async () =>
      (await city.cameras()).map((row) => ({ ...row, revision: null, change_xid: null }))
    const before = await content()
    const second = (
      await city.take(
        { ...MAPPING, missing: 'close' },
        `${HEADER}${TORGET.replace('NO', 'S')}K3,Bron,18.07,59.334,,,i drift\n`,
      )
    ).body.import
    expect(second).toMatchObject({ added: 1, revised: 1, closed: 1 })
    const refused = problemOf(await city.call('DELETE', `/api/layer-imports/${first.id}`))
    expect([refused.code, refused.detail]).toEqual([
      'conflict',
      expect.stringContaining(`the latest first: ${second.id} (`),
    ])
    const undone = await city.call('DELETE', `/api/layer-imports/${second.id}`)
    expect(undone.body).toMatchObject({ state: 'undone', kept: 0, undoneAt: '2026-05-04T10:00:00.000Z' })
    expect(await content()).toEqual(before)
    const twice = problemOf(await city.call('DELETE', `/api/layer-imports/${second.id}`))
    expect(twice).toMatchObject({ code: 'conflict', detail: `Import ${second.id} is undone already.` })
    expect((await city.call('DELETE', `/api/layer-imports/${first.id}`)).body).toMatchObject({ kept: 0 })
    expect(await city.cameras()).toEqual([])
    expect((await city.take(MAPPING, HEADER + TORGET + PARKEN)).body).toMatchObject({ added: 2 })
  })

  it('keep features that somebody has changed since when they are undone, and count them', async () => {
    const { id } = (await city.take(MAPPING, HEADER + TORGET + PARKEN)).body.import
    const [torget] = (await city.call('GET', '/api/cameras')).body.features
    const body = { ...torget, properties: { ...torget.properties, hours: 'dygnet runt' } }
    await city.call('PUT', `/api/cameras/${torget.id}`, { body, headers: { 'if-match': '"1"' } })
    expect((await city.call('DELETE', `/api/layer-imports/${id}`)).body).toMatchObject({ kept: 1 })
    expect((await city.cameras()).map(({ name }) => name)).toEqual(['Torget'])
  })

  it('are listed newest first, page by page, and found by id', async () => {
    const first = (await city.take(MAPPING, HEADER + TORGET, 'maj.csv')).body.import
    const second = (await city.take(MAPPING, HEADER + TORGET + PARKEN, 'juni.csv')).body.import
    const { body } = await city.call('GET', '/api/layer-imports?limit=1')
    expect(body.items).toEqual([second])
    expect((await city.call('GET', `/api/layer-imports?limit=1&cursor=${body.next}`)).body.items).toEqual([
      first,
    ])
    expect((await city.call('GET', `/api/layer-imports/${first.id}`)).body).toEqual({
      ...first,
      fileName: 'maj.csv',
      importedAt: '2026-05-04T10:00:00.000Z',
    })
    expect(problemOf(await city.call('GET', '/api/layer-imports/999999')).code).toBe('not-found')
  })

  it('are stored all or none when the database refuses a feature', async () => {
    const tooLong = `K9,${'x'.repeat(201)},18.07,59.334,,,i drift\n`
    const { body } = await city.take(MAPPING, HEADER + TORGET + tooLong)
    expect(body).toMatchObject({ added: 1, rejected: { 'bad-value': 1 } })
    // The database itself refuses the second of the two.
    await city.knex.raw("ALTER TABLE camera ADD CONSTRAINT planted CHECK (name <> 'Bron')")
    try {
      const refused = await city.take(MAPPING, `${HEADER}${PARKEN}K3,Bron,18.07,59.334,,,i drift\n`)
      expect(problemOf(refused).code).toBe('unprocessable')
    } finally {
      await city.knex.raw('ALTER TABLE camera DROP CONSTRAINT planted')
    }
    expect([await city.count('camera'), await city.count('layer_import')]).toEqual([1, 1])
  })

  it('count every row once: new, changed, as before, repeated or rejected', async () => {
    await city.take(MAPPING, HEADER + TORGET + PARKEN)
    const rows = [
      TORGET,
      TORGET,
      PARKEN.replace('Parken', 'Lunden'),
      'K4,A,18.07,59.33,,,i drift\n',
      'K5,B,0,0,,,i drift\n',
      'K6,C,18.07,59.33,uppåt,,i drift\n',
      'K7,D,18.07,59.33,,,okänd\n',
      'K8,E,18.07,59.33,,,i drift\n',
      'K8,F,18.07,59.33,,,i drift\n',
      'K9,,18.07,59.33,,,i drift\n',
    ]
    const { body } = await city.take(MAPPING, HEADER + rows.join(''))
    expect(body.import).toMatchObject({
      rowsRead: 10,
      added: 1,
      revised: 1,
      unchanged: 1,
      repeated: 1,
      rejected: 6,
    })
    expect(body.rejected).toEqual({
      'no-position': 1,
      'bad-value': 2,
      'conflicting-id': 2,
      'missing-value': 1,
    })
    expect(body.rejects.map(({ line, column, detail }: Json) => [line, column, detail])).toEqual([
      [6, 'lon', 'both coordinates are 0'],
      [7, 'riktning', 'uppåt: is no bearing: degrees from north, or N, NO, O …'],
      [8, 'status', 'status: "okänd": one of planned, active, removed'],
      [9, 'id', 'K8: this id stands on several rows with different content, first on line 9'],
      [10, 'id', 'K8: this id stands on several rows with different content, first on line 9'],
      [11, 'namn', 'name is blank'],
    ])
  })

  it('end the validity of patrol zones and focus areas that they lack, today', async () => {
    const zone = (x: number) => `"POLYGON((${x} 6580000,${x + 90} 6580000,${x + 90} 6580090,${x} 6580000))"`
    const mapping = {
      kind: 'patrol-zones',
      crs: 'EPSG:3006',
      columns: {
        externalId: 'nr',
        position: 'yta',
        name: 'namn',
        permit: 'tillstånd',
        validFrom: 'från',
        schedule: 'tider',
      },
      defaults: { purpose: 'Ordning' },
    }
    const header = 'nr,namn,tillstånd,från,tider,yta\n'
    const centrum = `1,Centrum,A 1,2026-01-01,"mån–tor 14–23, fre–lör 14–02",${zone(674_000)}\n`
    const rest = `2,Hamnen,A 2,2026-02-01,,${zone(675_000)}\n3,Parken,A 3,2026-09-01,,${zone(676_000)}\n`
    expect((await city.take(mapping, header + centrum + rest)).body).toMatchObject({ added: 3 })
    const { body } = await city.take({ ...mapping, missing: 'close' }, header + centrum)
    expect(body.absent.map(({ name, outcome }: Json) => [name, outcome])).toEqual([
      ['Hamnen', 'closed'],
      ['Parken', 'not-begun'],
    ])
    const { body: zones } = await city.call('GET', '/api/patrol-zones')
    expect(zones.features.map(({ properties }: Json) => [properties.name, properties.validTo])).toEqual([
      ['Centrum', null],
      ['Hamnen', '2026-05-04'],
      ['Parken', null],
    ])
    expect(zones.features[0].properties.schedule).toEqual([
      { weekdays: [1, 2, 3, 4], startHour: 14, endHour: 23 },
      { weekdays: [5, 6], startHour: 14, endHour: 2 },
    ])
    expect((await city.take(mapping, header + centrum + rest)).body.import).toMatchObject({ revised: 1 })
    const { body: again } = await city.call('GET', '/api/patrol-zones')
    expect(again.features.map(({ properties }: Json) => properties.validTo)).toEqual([null, null, null])
  })
})
