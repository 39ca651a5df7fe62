import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, type Json, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('a list of features on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
    for (const [name, lon] of [
      ['a', 18.05],
      ['b', 18.051],
      ['c', 18.052],
      ['d', 18.2],
    ])
      await call('POST', '/api/cameras', {
        body: {
          type: 'Feature',
          properties: { name, operator: 'Staden', purpose: 'Trygghet', status: 'active' },
          geometry: { type: 'Point', coordinates: [lon, 59.33] },
        },
      })
  })
  afterAll(() => server.close())
  const namesOf = (page: Json) => page.features.map(({ properties }: Json) => properties.name)

  it('holds only the features in a given bounding box, also on its next pages', async () => {
    const first = await call('GET', '/api/cameras?bbox=18.0,59.3,18.1,59.4&limit=2')
    expect(namesOf(first.body)).toEqual(['a', 'b'])
    const next = first.body.links.find(({ rel }: Json) => rel === 'next').href.slice(server.url.length)
    expect(namesOf((await call('GET', next)).body)).toEqual(['c'])
  })

  it('is empty for a bounding box elsewhere, and refuses an invalid bounding box', async () => {
    expect((await call('GET', '/api/cameras?bbox=11,57,12,58')).body.features).toEqual([])
    expect(problemOf(await call('GET', '/api/cameras?bbox=2,1,1,2')).problems[0]!.field).toBe('bbox')
  })
})
