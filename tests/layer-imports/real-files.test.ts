import { describe, expect, it } from 'vitest'
import { registersOf } from '../support/register-file.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { startTestServer } from '../support/serving/start-server.ts'
import { describeWithSharedData, readSharedData } from '../support/shared-data.ts'

const TRAFFORD = 'trafford-cctv.csv'
const DAEJEON = 'daejeon-cctv.cp949.csv'
/** All that a person has to say: the files do not. */
const HINTS = { kind: 'cameras', defaults: { operator: 'Staden', purpose: 'Trygghet' } }

describeWithSharedData('registers of cameras of two cities', [TRAFFORD, DAEJEON], () => {
  describe.each(databasesUnderTest)('on the $kind database', (database) => {
    it('are imported by a guess, all 98 of Trafford, given only operator and purpose', async () => {
      const server = await startTestServer({ database, srid: 27_700, timezone: 'Europe/London' })
      try {
        const { take, preview } = registersOf(createApiClient(server.url))
        const shown = await preview({ kind: 'cameras' }, readSharedData(TRAFFORD))
        expect(shown.body).toMatchObject({
          missing: ['operator', 'purpose'],
          rowsRead: 98,
          added: 98,
          rejected: {},
        })
        expect(shown.body.mapping.columns).toEqual({
          externalId: 'camera_id',
          x: 'longitude',
          y: 'latitude',
          name: 'location',
        })
        expect((await take(HINTS, readSharedData(TRAFFORD))).body.import).toMatchObject({
          added: 98,
          rejected: 0,
        })
        const again = await take(HINTS, readSharedData(TRAFFORD))
        expect(again.body).toMatchObject({ import: null, unchanged: 98, absent: [] })
        const { rows } = await server.database.knex.raw(
          `SELECT st_distance(geom, st_transform(st_setsrid(st_makepoint(-2.284777, 53.464515), 4326), 27700)) AS metres
           FROM camera WHERE name = 'Trafford Wharf Road (Trafford Park)'`,
        )
        expect(rows[0].metres).toBeLessThan(1)
      } finally {
        await server.close()
      }
    })

    it('are imported by a guess from CP949, those of Daejeon that have a position, with each one without listed', async () => {
      const server = await startTestServer({ database, srid: 5179, timezone: 'Asia/Seoul' })
      try {
        const call = createApiClient(server.url)
        const { take } = registersOf(call)
        const { body } = await take(HINTS, readSharedData(DAEJEON))
        expect(body.mapping).toMatchObject({
          columns: { externalId: '분류명', x: '경도', y: '위도', name: '번호' },
          csv: { encoding: 'cp949' },
        })
        expect(body.import).toMatchObject({ rowsRead: 5624, added: 3295, rejected: 2329, repeated: 0 })
        expect(body.rejected).toEqual({ 'no-position': 2328, 'far-away': 1 })
        const warned = body.notices.filter(({ kind }: Json) => kind === 'warning')
        expect(warned.map(({ code }: Json) => code).toSorted()).toEqual([
          'id-by-texts',
          'name-by-texts',
          'shared-positions',
          'status-unsaid',
        ])
        const { body: first } = await call('GET', '/api/cameras?limit=1')
        expect(first.features[0].properties.name).toBe('047.자립지원센터 앞')
        expect((await take(HINTS, readSharedData(DAEJEON))).body).toMatchObject({
          import: null,
          unchanged: 3295,
        })
        await call('DELETE', `/api/layer-imports/${body.import.id}`)
        expect(await server.database.knex('camera')).toEqual([])
      } finally {
        await server.close()
      }
    })
  })
})
