import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { problemOf, square } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const zone = (name: string, x = 18.0649) => ({
  type: 'Feature',
  geometry: square(x),
  properties: {
    name,
    permit: 'A 1/2026',
    purpose: 'Ordning',
    validFrom: '2026-01-01',
    schedule: [{ weekdays: [5, 6], startHour: 22, endHour: 4 }],
  },
})
const camera = (name: string) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [18.0649, 59.3326] },
  properties: { name, operator: 'Staden', purpose: 'Trygghet', status: 'active', directionDegrees: 90 },
})
interface State {
  readonly name: string | null
  readonly at: string | null
  readonly fileName: string | null
  readonly feature: { readonly properties: { readonly name: string; readonly revision: number } }
}
const summaryOf = ({ name, feature }: State) => [feature.properties.revision, feature.properties.name, name]

describe.each(databasesUnderTest)('the history of a register on $kind', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database })
  })
  afterAll(() => server?.close())

  it('says who made which state, when, and what it was', async () => {
    const [coordinator, admin] = [await server.as('coordinator'), await server.as('admin')]
    const { body } = await coordinator('POST', '/api/cameras', { body: camera('Torget') })
    const path = `/api/cameras/${body.id}`
    await admin('PUT', path, { body: camera('Stora torget'), headers: { 'if-match': '"1"' } })
    const { items } = (await coordinator('GET', `${path}/history`)).body
    expect(items.map(summaryOf)).toEqual([
      [2, 'Stora torget', 'Test admin'],
      [1, 'Torget', 'Test coordinator'],
    ])
    expect(items.every(({ at, fileName }: State) => at !== null && fileName === null)).toBe(true)
    expect(items[1].feature).toEqual(body)
  })

  it('gives earlier states that an ordinary replacement restores, to the last centimetre', async () => {
    const call = await server.as('analyst')
    const { body } = await call('POST', '/api/patrol-zones', { body: zone('Centrum') })
    const path = `/api/patrol-zones/${body.id}`
    await call('PUT', path, { body: zone('Norra', 18.1), headers: { 'if-match': '"1"' } })
    const [, first] = (await call('GET', `${path}/history`)).body.items
    const restored = await call('PUT', path, { body: first.feature, headers: { 'if-match': '"2"' } })
    expect(restored.body).toEqual({ ...body, properties: { ...body.properties, revision: 3 } })
    expect((await call('GET', `${path}/history`)).body.items).toHaveLength(3)
  })

  it('names the file of what came with one, and keeps features of the same number apart', async () => {
    const call = await server.as('analyst')
    const form = new FormData()
    const mapping = {
      kind: 'cameras',
      register: 'drift',
      columns: { externalId: 'id', x: 'lon', y: 'lat', name: 'name' },
      defaults: { operator: 'Staden', purpose: 'Trygghet', status: 'active' },
    }
    form.append('mapping', JSON.stringify(mapping))
    form.append('file', new Blob(['id,name,lon,lat\nk1,Kajen,18.06,59.33\n']), 'kameror.csv')
    expect((await call('POST', '/api/layer-imports', { body: form })).status).toBe(200)
    const { features } = (await call('GET', '/api/cameras')).body
    const { id } = features.find(
      ({ properties }: { readonly properties: { readonly name: string } }) => properties.name === 'Kajen',
    )
    const [state] = (await call('GET', `/api/cameras/${id}/history`)).body.items
    expect(state).toMatchObject({ name: null, fileName: 'kameror.csv' })
    expect(state.at).not.toBeNull()
  })

  it('is for those who may change a register', async () => {
    const { id } = (await (await server.as('analyst'))('POST', '/api/cameras', { body: camera('Bron') })).body
    const planner = await server.as('planner')
    expect(problemOf(await planner('GET', `/api/cameras/${id}/history`)).code).toBe('forbidden')
    const partner = await server.as('partner')
    expect((await partner('GET', `/api/cameras/${id}/history`)).status).toBe(404)
  })

  it('is kept of areas too, with the days on which their validity changed', async () => {
    const call = await server.as('coordinator')
    const area = (validTo: string | null) => ({
      type: 'Feature',
      geometry: square(),
      properties: { kind: 'district', name: 'Norra', validFrom: '2020-01-01', validTo },
    })
    const { body } = await call('POST', '/api/areas', { body: area(null) })
    const path = `/api/areas/${body.id}`
    await call('PUT', path, { body: area('2025-12-31'), headers: { 'if-match': '"1"' } })
    const { items } = (await call('GET', `${path}/history`)).body
    const daysOf = ({ feature, name }: { readonly feature: typeof body; readonly name: string }) => [
      feature.properties.validTo,
      name,
    ]
    expect(items.map(daysOf)).toEqual([
      ['2025-12-31', 'Test coordinator'],
      [null, 'Test coordinator'],
    ])
  })
})
