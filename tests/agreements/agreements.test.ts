import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const decision = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }
const AGREEMENT = {
  parties: ['Stadsdelsnämnden', 'Lokalpolisområde Södra'],
  beginsOn: '2025-01-01',
  endsOn: '2026-07-31',
}
const PROMISE = { sentence: 'Vi är på torget varje kväll', beginsOn: '2026-01-01', endsOn: '2026-12-31' }

describe.each(databasesUnderTest)('agreements and promises on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let [place, district] = [0, 0]
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    district = (await features.insert('areas', squareArea(0, 'district', [X, Y, 2000, 2000]))).id
    place = (await features.insert('areas', squareArea(1, 'place', [X + 200, Y + 200, 400, 400]))).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const add = (path: string, body: object) =>
    coordinator('POST', `/api/${path}`, { body: { areaId: district, ...body } })
  const field = ({ status, body }: Json) => [status, body.problems?.[0]?.field]

  it('give the days left of a decided agreement, from 60 days before its end', async () => {
    const endsIn = async (more: object) =>
      (await add('agreements', { ...AGREEMENT, state: 'decided', decision, ...more })).body.endsInDays
    expect(await endsIn({})).toBe(60)
    expect(await endsIn({ endsOn: '2026-08-01' })).toBeNull()
    expect(await endsIn({ endsOn: '2026-05-31' })).toBe(-1)
    expect(await endsIn({ state: 'proposed' })).toBeNull()
  })

  it.each([
    ['an agreement of one party', 'agreements', { ...AGREEMENT, parties: ['Polisen'] }, 400, 'parties'],
    [
      'an agreement that ends before it begins',
      'agreements',
      { ...AGREEMENT, endsOn: '2024-12-31' },
      409,
      'endsOn',
    ],
    ['an agreement that nobody decided', 'agreements', { ...AGREEMENT, state: 'decided' }, 409, 'decision'],
    [
      'a decided promise that is not public',
      'promises',
      { ...PROMISE, state: 'decided', decision },
      409,
      'audience',
    ],
    ['a promise of no measure', 'promises', { ...PROMISE, measureIds: [9999] }, 409, 'measureIds'],
  ])('refuse %s, by its field', async (_, path, body, status, name) => {
    const refused = await add(path, body)
    expect([refused.status, refused.body.problems[0].field]).toEqual([status, name])
  })

  it('take three promises of a district and its places at a time, and a fourth once one is followed up', async () => {
    const promise = { ...PROMISE, state: 'decided', audience: 'public', decision }
    const made = [
      await add('promises', promise),
      await add('promises', { ...promise, areaId: place }),
      await add('promises', promise),
    ]
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(field(await add('promises', { ...promise, areaId: place }))).toEqual([409, 'beginsOn'])
    expect((await add('promises', { ...promise, beginsOn: '2027-01-01', endsOn: '2027-06-30' })).status).toBe(
      201,
    )
    const shown = async () => {
      await server.engine.publishing.load()
      return (await (await fetch(`${server.url}/public/work.json`)).json()).promises
    }
    expect((await shown())[0]).toMatchObject({ sentence: PROMISE.sentence, districts: ['district 0'] })
    expect(await shown()).toHaveLength(4)
    await add('promises', { ...PROMISE, sentence: 'Bara ett förslag' })
    expect(JSON.stringify(await shown())).not.toContain('Bara ett förslag')
    const { id } = made[0]!.body
    const kept = (body: object) =>
      coordinator('PATCH', `/api/promises/${id}`, { body, headers: { 'if-match': '"1"' } })
    expect(field(await kept({ state: 'kept' }))).toEqual([409, 'outcome'])
    expect((await kept({ state: 'kept', outcome: 'Vi var där 300 kvällar' })).status).toBe(200)
    expect((await add('promises', { ...promise, areaId: place })).status).toBe(201)
  })
})
