import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workingDaysAfter } from '../../server/needs/working-days.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const { toWgs84 } = createProjection(3006)
const NEED = { sentence: 'Ljus vid porten', source: 'walk' }

/** A square of 100 m east of X, Y + 1000. */
const SITE = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ].map(([x, y]) => toWgs84(X + x!, Y + 1000 + y!)),
  ],
}

describe.each(databasesUnderTest)('local needs on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let planner: Call
  let [place, district, proposal] = [0, 0, 0]
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    const insert = async (kind: 'place' | 'district', x: number) =>
      (await features.insert('areas', squareArea(x, kind, [X + x, Y, 400, 400]))).id
    place = await insert('place', 0)
    district = await insert('district', 3000)
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
    planner = await server.as('planner')
    const body = { type: 'Feature', geometry: SITE, properties: { title: 'Skola vid porten' } }
    proposal = (await planner('POST', '/api/proposals', { body })).body.id
  })
  afterAll(() => server?.close())

  const add = async (more: object) =>
    coordinator('POST', '/api/local-needs', { body: { areaId: place, ...NEED, ...more } })
  const change = (by: Call, path: string, { id, revision }: Json, body: object) =>
    by('PATCH', `/api/${path}/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  const field = ({ status, body }: Json) => [status, body.problems?.[0]?.field]
  const at = (x: number, y: number) => {
    const [lon, lat] = toWgs84(X + x, Y + y)
    return { lon, lat }
  }

  it('are near a proposal when their point is within 200 m of it, or their place is', async () => {
    const inside = (await add({ point: at(50, 1050) })).body.id
    const near = (await add({ point: at(50, 1290) })).body.id
    await add({ point: at(50, 1310) })
    await add({})
    const found = await planner('POST', '/api/nearby-needs', { body: { geometry: SITE } })
    expect(found.body.items.map(({ id }: Json) => id)).toEqual([inside, near])
    const geometry = (await planner('GET', `/api/areas/${place}`)).body.geometry
    const ofPlace = await planner('POST', '/api/nearby-needs', { body: { geometry } })
    expect(ofPlace.body.items.map(({ point }: Json) => point)).toEqual([null])
  })

  it('are taken into an existing proposal or measure, or postponed with a reason', async () => {
    const { body: need } = await add({})
    expect(field(await change(coordinator, 'local-needs', need, { state: 'taken' }))).toEqual([
      409,
      'proposalId',
    ])
    expect(field(await change(coordinator, 'local-needs', need, { state: 'not-now' }))).toEqual([
      409,
      'notNowBecause',
    ])
    const gone = { state: 'taken', proposalId: 9999 }
    expect(field(await change(coordinator, 'local-needs', need, gone))).toEqual([409, 'proposalId'])
    const taken = await change(coordinator, 'local-needs', need, { state: 'taken', proposalId: proposal })
    expect(taken.body).toMatchObject({ state: 'taken', takenInto: 'Skola vid porten' })
  })

  it('are requested of a district at an early stage, with fifteen working days to respond', async () => {
    const request = (areaId: number) =>
      planner('POST', '/api/need-questions', { body: { areaId, proposalId: proposal } })
    expect(field(await request(place))).toEqual([409, 'areaId'])
    const { body: question } = await request(district)
    expect(question).toMatchObject({ state: 'asked', dueOn: '2026-06-22', late: false })
    expect(field(await change(coordinator, 'need-questions', question, { state: 'answered' }))).toEqual([
      409,
      'reply',
    ])
    const reply = { state: 'answered', reply: 'Inga behov' }
    expect((await change(coordinator, 'need-questions', question, reply)).status).toBe(200)
  })
})

describe('working days', () => {
  it('leave out Saturdays and Sundays', () => {
    expect(workingDaysAfter('2026-03-13', 1)).toBe('2026-03-16')
    expect(workingDaysAfter('2026-03-14', 5)).toBe('2026-03-20')
  })
})
