import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, type Json, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const SOURCE = { id: 'test', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const incident = (externalId: string, change: object = {}) => ({
  source: 'test',
  externalId,
  lon: 18.0649,
  lat: 59.3326,
  from: '2026-03-01T22:15',
  category: 'theft',
  ...change,
})

describe.each(databasesUnderTest)('incidents on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
    await call('POST', '/api/sources', { body: SOURCE })
  })
  afterAll(() => server.close())

  const liveCount = () => server.engine.snapshots.status().incidents
  const add = async (externalId: string, change: object = {}): Promise<number> =>
    (await call('POST', '/api/incidents', { body: incident(externalId, change) })).body.ids[0]

  it('need a declared source', async () => {
    const problem = problemOf(
      await call('POST', '/api/incidents', { body: incident('1', { source: 'ghost' }) }),
    )
    expect(problem).toMatchObject({ status: 400, problems: [{ field: 'source', value: 'ghost' }] })
  })

  it('are returned as sent, with local times and offset', async () => {
    const sent = incident('round', {
      to: '2026-03-02T01:00',
      reportedAt: '2026-03-05T08:00Z',
      flags: ['hate'],
      setting: 'outdoor',
      precision: 'street',
      weight: 3,
      text: 'Rad ett\nrad två: åäö',
    })
    const id = await add('round', sent)
    const { body, headers } = await call('GET', `/api/incidents/${id}`)
    expect(body).toMatchObject({
      ...sent,
      id,
      revision: 1,
      from: '2026-03-01T22:15+01:00',
      to: '2026-03-02T01:00+01:00',
      reportedAt: '2026-03-05T09:00+01:00',
      retracted: null,
    })
    expect(headers.get('etag')).toBe('"1"')
  })

  it('are added all or none', async () => {
    const before = liveCount()
    const bad = [incident('batch-1'), incident('batch-2', { from: '2026-02-30' }), incident('batch-3')]
    const problem = problemOf(await call('POST', '/api/incidents', { body: bad }))
    expect(problem.problems[0]).toMatchObject({ field: '1.from', value: '2026-02-30' })
    const known = [incident('batch-4'), incident('round')]
    expect(problemOf(await call('POST', '/api/incidents', { body: known })).status).toBe(409)
    const repeated = [incident('batch-5'), incident('batch-5')]
    expect(problemOf(await call('POST', '/api/incidents', { body: repeated })).status).toBe(400)
    expect(liveCount()).toBe(before)
  })

  it('are added at most a thousand at a time', async () => {
    const before = liveCount()
    const many = (count: number) => Array.from({ length: count }, (_, n) => incident(`many-${n}`))
    expect(problemOf(await call('POST', '/api/incidents', { body: many(1001) })).status).toBe(400)
    const { status, body } = await call('POST', '/api/incidents', { body: many(1000) })
    expect({ status, ids: new Set(body.ids).size }).toEqual({ status: 201, ids: 1000 })
    expect(liveCount()).toBe(before + 1000)
    const seen = new Set<number>()
    let path = '/api/incidents?limit=400&source=test'
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await call('GET', path + (cursor && `&cursor=${cursor}`))
      for (const { id } of page.body.items) seen.add(id)
      cursor = page.body.next
    }
    expect(body.ids.every((id: number) => seen.has(id))).toBe(true)
  })

  it('are filtered by category, period and box', async () => {
    const at = { lon: 17.9, lat: 59.2, category: 'graffiti' }
    const inside = await add('filtered-1', { ...at, from: '2025-06-01' })
    await add('filtered-2', { ...at, from: '2025-06-02' })
    await add('filtered-3', { ...at, lon: 17.95, from: '2025-06-01' })
    const path = '/api/incidents?category=graffiti&from=2025-06-01&to=2025-06-02&bbox=17.89,59.19,17.91,59.21'
    expect((await call('GET', path)).body.items.map(({ id }: Json) => id)).toEqual([inside])
    expect((await call('GET', '/api/incidents?group=environment')).body.items).toEqual([])
  })

  it('are corrected as new revisions, with If-Match', async () => {
    const id = await add('corrected')
    const path = `/api/incidents/${id}`
    const patch = { category: 'vandalism', to: '2026-03-02T00:00' }
    expect(problemOf(await call('PATCH', path, { body: patch })).status).toBe(428)
    const match = { 'if-match': '"1"' }
    const { body } = await call('PATCH', path, { body: patch, headers: match })
    expect(body).toMatchObject({ revision: 2, category: 'vandalism', to: '2026-03-02T00:00+01:00' })
    expect(problemOf(await call('PATCH', path, { body: patch, headers: match })).status).toBe(412)
    const early = await call('PATCH', path, { body: { to: '2026-01-01' }, headers: { 'if-match': '"2"' } })
    expect(problemOf(early).problems[0]!.field).toBe('to')
    const history = (await call('GET', `${path}/revisions`)).body.items
    expect(history.map((one: Json) => [one.revision, one.category])).toEqual([
      [1, 'theft'],
      [2, 'vandalism'],
    ])
  })

  it('keep their centimetre when something else is corrected', async () => {
    const id = await add('kept', { lon: 18.123_456_7, lat: 59.345_678_9 })
    const before = (await call('GET', `/api/incidents/${id}`)).body
    const headers = { 'if-match': '"1"' }
    const after = (await call('PATCH', `/api/incidents/${id}`, { body: { weight: 2 }, headers })).body
    expect([after.lon, after.lat]).toEqual([before.lon, before.lat])
  })

  it('are retracted with a reason, and no longer count', async () => {
    const id = await add('retracted')
    const before = liveCount()
    expect(problemOf(await call('DELETE', `/api/incidents/${id}`)).problems[0]!.field).toBe('reason')
    const reason = encodeURIComponent('Registrerad två gånger')
    expect((await call('DELETE', `/api/incidents/${id}?reason=${reason}`)).status).toBe(204)
    expect(liveCount()).toBe(before - 1)
    expect((await call('GET', `/api/incidents/${id}`)).body.retracted).toBe('Registrerad två gånger')
    const listed = (await call('GET', '/api/incidents?limit=1000')).body.items
    expect(listed.map((one: Json) => one.id)).not.toContain(id)
  })

  it.each([
    ['lon', 181],
    ['lat', 'north'],
    ['category', 'ghosts'],
    ['flags', ['adult']],
    ['weight', 0],
    ['weight', 1.5],
    ['externalId', ''],
    ['from', '1899-01-01'],
    ['from', null],
    ['colour', 'red'],
  ])('are refused with %s = %j', async (field, value) => {
    const problem = problemOf(
      await call('POST', '/api/incidents', { body: incident('bad', { [field]: value }) }),
    )
    expect(problem.status).toBe(400)
    expect(problem.problems[0]!.field).toMatch(new RegExp(`^${field}`))
  })

  it('are refused out of reach of the city’s coordinates', async () => {
    const problem = problemOf(await call('POST', '/api/incidents', { body: incident('far', { lon: -120 }) }))
    expect(problem).toMatchObject({ status: 400, problems: [{ field: 'lon' }] })
  })

  it('need only one declaration of their source', async () => {
    const again = await call('POST', '/api/sources', { body: SOURCE })
    expect(again.status).toBe(200)
    const other = { ...SOURCE, purpose: 'Annat' }
    expect(problemOf(await call('POST', '/api/sources', { body: other })).status).toBe(409)
    expect((await call('PUT', '/api/sources/test', { body: other })).body.purpose).toBe('Annat')
    expect(
      problemOf(await call('PUT', '/api/sources/none', { body: { ...SOURCE, id: 'none' } })).status,
    ).toBe(404)
    const away = { ...SOURCE, coversAreaId: 4711 }
    const refusals = [
      await call('PUT', '/api/sources/test', { body: away }),
      await call('POST', '/api/sources', { body: { ...away, id: 'none' } }),
    ]
    for (const refusal of refusals) {
      expect(problemOf(refusal)).toMatchObject({ status: 409, problems: [{ field: 'coversAreaId' }] })
    }
    expect((await call('GET', '/api/sources')).body.items).toHaveLength(1)
  })
})
