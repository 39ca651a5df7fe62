import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, problemOf, square } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const AREA = { type: 'Feature', geometry: square(), properties: { kind: 'place', name: 'Torget' } }
const CAMERA = {
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [20.2, 58.6] },
  properties: { name: 'Torget', operator: 'Staden', purpose: 'Trygghet', status: 'active' },
}

describe('the demo city', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database: databasesUnderTest[0]!, demoIncidents: 500 })
  })
  afterAll(() => server?.close())

  it('refuses real areas, also as replacements of its own, and accepts other features', async () => {
    const call = createApiClient(server.url)
    const refused = { status: 403, code: 'demo-refused' }
    expect(problemOf(await call('POST', '/api/areas', { body: AREA }))).toMatchObject(refused)
    const replacing = { body: AREA, headers: { 'if-match': '"1"' } }
    expect(problemOf(await call('PUT', '/api/areas/1', replacing))).toMatchObject(refused)
    expect(problemOf(await call('DELETE', '/api/areas/1'))).toMatchObject(refused)
    expect((await call('POST', '/api/cameras', { body: CAMERA })).status).toBe(201)
  })
})
