import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, type Json, problemOf, square } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const point = { type: 'Point', coordinates: [18.0649, 59.3326] }
const DRAFTS = {
  cameras: {
    geometry: point,
    properties: { name: 'Torget', operator: 'Staden', purpose: 'Trygghet', status: 'active' },
  },
  'patrol-zones': {
    geometry: square(),
    properties: {
      name: 'Centrum',
      permit: 'A 1/2026',
      purpose: 'Ordning',
      validFrom: '2026-01-01',
      schedule: [{ weekdays: [5, 6], startHour: 22, endHour: 4 }],
    },
  },
  'focus-areas': {
    geometry: square(),
    properties: { name: 'Norra', owner: 'Nämnden', programmeFrom: '2025-01-01' },
  },
  areas: { geometry: square(), properties: { kind: 'place', name: 'Torget' } },
  proposals: { geometry: square(), properties: { title: 'Nytt hus' } },
} as const
const KINDS = Object.keys(DRAFTS) as (keyof typeof DRAFTS)[]
const feature = (kind: keyof typeof DRAFTS, change: object = {}) => ({
  type: 'Feature',
  ...DRAFTS[kind],
  properties: { ...DRAFTS[kind].properties, ...change },
})

describe.each(databasesUnderTest)('the small layers on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
  })
  afterAll(() => server.close())

  it.each(KINDS)('add, read, replace and remove a feature of %s', async (kind) => {
    const created = await call('POST', `/api/${kind}`, { body: feature(kind) })
    expect(created.status).toBe(201)
    const path = created.headers.get('location')!
    expect(path).toBe(`/api/${kind}/${created.body.id}`)
    expect(created.headers.get('etag')).toBe('"1"')

    const read = await call('GET', path)
    expect(read.body).toEqual(created.body)
    const listed = await call('GET', `/api/${kind}`)
    expect(listed.body.features).toEqual([created.body])

    const replaced = await call('PUT', path, { body: read.body, headers: { 'if-match': '"1"' } })
    expect(replaced.status).toBe(200)
    expect(replaced.body.properties).toEqual({ ...read.body.properties, revision: 2 })
    expect(replaced.body.geometry).toEqual(read.body.geometry)

    expect((await call('DELETE', path, { headers: { 'if-match': '"2"' } })).status).toBe(204)
    expect(problemOf(await call('GET', path)).code).toBe('not-found')
    expect((await call('GET', `/api/${kind}`)).body.features).toEqual([])
  })

  it('need If-Match for a replacement, and the newest revision', async () => {
    const { headers } = await call('POST', '/api/proposals', { body: feature('proposals') })
    const path = headers.get('location')!
    const body = feature('proposals', { title: 'Ändrat' })
    expect(problemOf(await call('PUT', path, { body })).status).toBe(428)
    expect((await call('PUT', path, { body, headers: { 'if-match': '"1"' } })).status).toBe(200)
    for (const stale of ['"1"', '"99"', 'W/"2"', 'two'])
      expect(problemOf(await call('PUT', path, { body, headers: { 'if-match': stale } })).status).toBe(412)
    expect(problemOf(await call('DELETE', path, { headers: { 'if-match': '"1"' } })).status).toBe(412)
    expect((await call('DELETE', path)).status).toBe(204)
    expect(problemOf(await call('DELETE', path)).status).toBe(404)
    expect(problemOf(await call('PUT', path, { body, headers: { 'if-match': '"2"' } })).status).toBe(404)
  })

  it('page by id, with a cursor that continues after the last feature', async () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    for (const name of names) await call('POST', '/api/areas', { body: feature('areas', { name }) })
    await call('POST', '/api/areas', { body: feature('areas', { name: 'x', kind: 'district' }) })
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await call('GET', `/api/areas?kind=place&limit=2${cursor && `&cursor=${cursor}`}`)
      expect(page.body.features.length).toBeLessThanOrEqual(2)
      seen.push(...page.body.features.map((area: Json) => area.properties.name))
      cursor = page.body.next
    }
    expect(seen).toEqual(names)
    expect(problemOf(await call('GET', '/api/areas?cursor=bm9ucw')).problems[0]!.field).toBe('cursor')
  })

  it('give a list as GDAL reads it: with a name, its items’ place and absolute page addresses', async () => {
    const start = await call('GET', '/api/areas?kind=place')
    expect(start.body.id).toBe('areas')
    const linkTo = (page: Json, rel: string) => page.links.find((link: Json) => link.rel === rel)
    let link = linkTo(start.body, 'items')
    expect(link).toEqual({
      rel: 'items',
      type: 'application/geo+json',
      href: `${server.url}/api/areas?kind=place`,
    })
    const ids: number[] = []
    let address: string | undefined = `${link.href}&limit=2`
    while (address !== undefined) {
      const page = await call('GET', address.slice(server.url.length))
      ids.push(...page.body.features.map(({ id }: Json) => id))
      link = linkTo(page.body, 'next')
      const header = link && `<${link.href}>; rel="next"; type="application/geo+json"`
      expect(page.headers.get('link') ?? undefined).toBe(header)
      address = link?.href
    }
    expect(ids).toEqual(start.body.features.map(({ id }: Json) => id))
    expect(ids.length).toBeGreaterThan(4)
  })

  it.each<[keyof typeof DRAFTS, object, number, string]>([
    ['cameras', { geometry: square() }, 400, 'geometry.type'],
    ['cameras', { geometry: { type: 'Point', coordinates: [200, 0] } }, 400, 'geometry.coordinates'],
    ['cameras', { properties: { ...DRAFTS.cameras.properties, status: 'broken' } }, 400, 'properties.status'],
    [
      'cameras',
      { properties: { ...DRAFTS.cameras.properties, directionDegrees: 360 } },
      400,
      'properties.directionDegrees',
    ],
    ['cameras', { properties: { ...DRAFTS.cameras.properties, name: ' ' } }, 400, 'properties.name'],
    ['cameras', { properties: { ...DRAFTS.cameras.properties, colour: 'red' } }, 400, 'properties.colour'],
    [
      'patrol-zones',
      { properties: { ...DRAFTS['patrol-zones'].properties, validTo: '2025-01-01' } },
      400,
      'properties.validTo',
    ],
    [
      'patrol-zones',
      { properties: { ...DRAFTS['patrol-zones'].properties, validFrom: '2026-02-30' } },
      400,
      'properties.validFrom',
    ],
    [
      'areas',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [18, 59],
              [18.1, 59],
              [18, 59.1],
              [18, 59.2],
            ],
          ],
        },
      },
      400,
      'geometry.coordinates.0',
    ],
    ['areas', { geometry: { type: 'Polygon', coordinates: [] } }, 400, 'geometry.coordinates'],
    [
      'areas',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [18, 59],
              [18, 59],
              [18, 59],
              [18, 59],
            ],
          ],
        },
      },
      422,
      'geometry',
    ],
    [
      'areas',
      {
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [18, 59],
              [18.1, 59.1],
              [18.1, 59],
              [18, 59.1],
              [18, 59],
            ],
          ],
        },
      },
      422,
      'geometry',
    ],
    [
      'areas',
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [18, 59],
            [18.1, 59],
          ],
        },
      },
      400,
      'geometry.type',
    ],
    ['areas', { geometry: null }, 400, 'geometry'],
    ['proposals', { type: 'Polygon' }, 400, 'type'],
  ])('refuse %s with %j', async (kind, change, status, field) => {
    const problem = problemOf(await call('POST', `/api/${kind}`, { body: { ...feature(kind), ...change } }))
    expect(problem.status).toBe(status)
    expect(problem.problems.map((one) => one.field)).toContain(field)
  })

  it('keep a proposal whose outline crosses itself as the repaired outline that a check would take', async () => {
    const bow = [
      [18, 59.3],
      [18.002, 59.301],
      [18.002, 59.3],
      [18, 59.301],
      [18, 59.3],
    ]
    const geometry = { type: 'Polygon', coordinates: [bow] }
    const created = await call('POST', '/api/proposals', { body: { ...feature('proposals'), geometry } })
    expect([created.status, created.body.geometry.type]).toEqual([201, 'MultiPolygon'])
  })

  it('include a new feature in the next read and in the tiles', async () => {
    const at = { type: 'Point', coordinates: [18.1, 59.3] }
    const tile = () => fetch(`${server.url}/tiles/cameras/10/563/301.mvt`)
    const before = (await tile()).headers.get('etag')
    const { body } = await call('POST', '/api/cameras', { body: { ...feature('cameras'), geometry: at } })
    expect((await call('GET', `/api/cameras/${body.id}`)).status).toBe(200)
    expect((await tile()).headers.get('etag')).not.toBe(before)
  })
})
