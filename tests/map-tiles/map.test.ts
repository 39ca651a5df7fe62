import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../server/app.ts'
import { createApiClient, type Json, problemOf, square } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

let server: TestServer
let call: ReturnType<typeof createApiClient>
beforeAll(async () => {
  server = await startTestServer({ demoIncidents: 3000 })
  call = createApiClient(server.url)
})
afterAll(() => server.close())

/** The methods and paths of Express, read from its router, without handlers of all methods, which only refuse. */
function mountedRoutes(): readonly string[] {
  const stack = (server.app as Json).router.stack as readonly { readonly route?: Json }[]
  return stack.flatMap(({ route }) =>
    route === undefined || route.methods.acl
      ? []
      : Object.keys(route.methods).map((method) => `${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`),
  )
}

describe('the API', () => {
  it('serves every path of its OpenAPI document and no other', async () => {
    const { body } = await call('GET', '/api/openapi.json')
    const described = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).toEqual([...mountedRoutes()].sort())
    expect(described).toHaveLength(ENDPOINTS.length)
  })

  it('lists layers, categories and sources', async () => {
    expect((await call('GET', '/api/layers')).body.layers.map((layer: Json) => layer.id)).toContain(
      'hotspots',
    )
    expect((await call('GET', '/api/categories')).body.categories).toHaveLength(17)
    expect((await call('GET', '/api/sources')).body.items.length).toBeGreaterThan(0)
  })
})

describe('hotspots', () => {
  it('are GeoJSON with their analysis, equal when repeated', async () => {
    const first = await call('GET', '/api/hotspots?group=property&cell=200')
    expect(first.status).toBe(200)
    const { features, analysis } = first.body
    const counted = features.reduce((sum: number, cell: Json) => sum + cell.properties.count, 0)
    expect(counted).toBe(analysis.incidents)
    expect((await call('GET', '/api/hotspots?cell=200&group=property')).body).toEqual(first.body)
  })

  it('are CSV with a line a cell', async () => {
    const json = await call('GET', '/api/hotspots?group=property&cell=400')
    const csv = await call('GET', '/api/hotspots?group=property&cell=400&format=csv')
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(csv.body.trim().split('\n')).toHaveLength(json.body.features.length + 1)
    expect([json, csv].map(({ headers }) => headers.get('content-disposition'))).toEqual([
      'attachment; filename="hotspots-property-400m.geojson"',
      'attachment; filename="hotspots-property-400m.csv"',
    ])
  })

  it.each([
    ['text/csv', '', 'text/csv'],
    ['text/csv;q=0.9, application/geo+json;q=0.2', '', 'text/csv'],
    ['text/csv', '&format=geojson', 'application/geo+json'],
    ['text/csv, */*', '', 'text/csv'],
    ['*/*', '', 'application/geo+json'],
    ['application/json', '', 'application/geo+json'],
  ])('are for Accept: %s with %j sent as %s', async (accept, more, type) => {
    const response = await call('GET', `/api/hotspots?group=property&cell=800${more}`, {
      headers: { accept },
    })
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`)
    expect(response.headers.get('vary')).toContain('Accept,')
  })

  it('are cropped by an area or a box without changing the statistic', async () => {
    const all = (await call('GET', '/api/hotspots?group=property&cell=200')).body
    const areas = (await call('GET', '/api/areas?kind=district&limit=1')).body.features
    const within = (await call('GET', `/api/hotspots?group=property&cell=200&within=${areas[0].id}`)).body
    expect(within.features.length).toBeGreaterThan(0)
    expect(within.features.length).toBeLessThan(all.features.length)
    expect(within.analysis.incidents).toBe(all.analysis.incidents)
    const keyed = new Map(
      all.features.map((cell: Json) => [`${cell.properties.i} ${cell.properties.j}`, cell]),
    )
    for (const cell of within.features)
      expect(keyed.get(`${cell.properties.i} ${cell.properties.j}`)).toEqual(cell)
    const unknown = await call('GET', '/api/hotspots?group=property&within=999999')
    expect(problemOf(unknown).status).toBe(404)
  })

  it('take the edge from the zoom when the cell is auto', async () => {
    const near = (await call('GET', '/api/hotspots?group=people&cell=auto&zoom=15')).body.analysis
    const far = (await call('GET', '/api/hotspots?group=people&cell=auto&zoom=9')).body.analysis
    expect(near.cells).toBeGreaterThan(far.cells)
  })

  it.each([
    ['cell=auto', 'zoom', 'is required with cell=auto'],
    ['zoom=12', 'zoom', 'is taken with cell=auto alone'],
    ['cell=200&zoom=12', 'zoom', 'is taken with cell=auto alone'],
    ['cell=auto&zoom=25', 'zoom', 'a number from 0 to 24'],
    ['empty=true&empty=false', 'empty', 'must come once'],
  ])('refuse %s', async (query, field, rule) => {
    const problem = problemOf(await call('GET', `/api/hotspots?group=people&${query}`))
    expect(problem).toMatchObject({ status: 400, code: 'invalid-parameter', problems: [{ field, rule }] })
  })
})

describe('tiles', () => {
  it('are served at the addresses in their TileJSON', async () => {
    const { body } = await call('GET', '/tiles/hotspots.json?group=people')
    expect(body.tiles[0]).toBe(`${server.url}/tiles/hotspots/{z}/{x}/{y}.mvt?group=people`)
    const [west, south, east, north] = body.bounds
    const z = 11
    const x = Math.floor((((west + east) / 2 + 180) / 360) * 2 ** z)
    const latitude = (((south + north) / 2) * Math.PI) / 180
    const y = Math.floor(((1 - Math.asinh(Math.tan(latitude)) / Math.PI) / 2) * 2 ** z)
    const path = `/tiles/hotspots/${z}/${x}/${y}.mvt?group=people`
    const tile = await fetch(server.url + path)
    expect(tile.status).toBe(200)
    expect(tile.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile')
    const headers = { 'if-none-match': tile.headers.get('etag')! }
    expect((await fetch(server.url + path, { headers })).status).toBe(304)
  })

  it.each([
    ['/tiles/ghosts/1/0/0.mvt', 404],
    ['/tiles/ghosts.json', 404],
    ['/tiles/hotspots/1/0/0.mvt', 400],
    ['/tiles/hotspots/1/2/0.mvt?group=people', 400],
    ['/tiles/hotspots/30/0/0.mvt?group=people', 400],
    ['/tiles/hotspots.json?group=people&cell=auto&zoom=12', 400],
    ['/tiles/incidents/1/0/0.mvt?group=people&precision=address,place', 400],
    ['/tiles/cameras/1/0/0.mvt?group=people', 400],
    ['/tiles/cameras/-1/0/0.mvt', 400],
    ['/tiles/cameras/1/0/0.png', 404],
  ])('refuse %s with %i', async (path, status) => {
    expect(problemOf(await call('GET', path)).status).toBe(status)
  })
})

describe('a check', () => {
  const check = (body: object) => call('POST', '/api/check', { body })
  const proposal = async () => (await call('GET', '/api/proposals?limit=1')).body.features[0]

  it('gives evidence for a polygon that is not saved', async () => {
    const { geometry } = await proposal()
    const { status, body } = await check({ geometry })
    expect(status).toBe(200)
    expect(body.evidence.findings.length).toBeGreaterThan(0)
    expect((await check({ geometry })).body.sha256).toBe(body.sha256)
  })

  it('accepts a polygon wrapped in a Feature or FeatureCollection', async () => {
    const feature = await proposal()
    const bare = await check({ geometry: feature.geometry })
    const wrapped = await check({ geometry: { type: 'FeatureCollection', features: [feature] } })
    expect(wrapped.body.sha256).toBe(bare.body.sha256)
  })

  it('is stored by a review with the same bytes, and verifies', async () => {
    const { id } = await proposal()
    const opened = await call('POST', `/api/proposals/${id}/reviews`, { body: {} })
    expect(opened.status).toBe(201)
    const path = opened.headers.get('location')!
    const { body } = await call('GET', path)
    expect(body.sha256).toBe(opened.body.sha256)
    expect((await call('GET', `/api/proposals/${id}/reviews`)).body.items).toHaveLength(1)
    expect((await call('POST', `${path}/verification`)).body.agrees).toBe(true)
    const page = await call('GET', path.replace('/api', ''))
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<html lang="sv">')
    expect((await call('GET', `${path.replace('/api', '')}?lang=en`)).body).toContain('<html lang="en">')
  })

  it.each<[string, object, number, string]>([
    ['no polygon', {}, 400, 'geometry'],
    ['a point', { geometry: { type: 'Point', coordinates: [18, 59] } }, 400, 'geometry'],
    ['two features', { geometry: { type: 'FeatureCollection', features: [] } }, 400, 'geometry'],
    ['too large an area', { geometry: square(20.1, 58.5, 0.2) }, 413, 'geometry'],
    ['another part of the world', { geometry: square(-70, 10) }, 422, 'geometry'],
    ['rings out of order', { geometry: square(), ringMetres: [250, 100] }, 400, 'ringMetres'],
    ['an edge that is not on offer', { geometry: square(), edgeMetres: 150 }, 400, 'edgeMetres'],
    ['a period that is none', { geometry: square(20.2, 58.6), from: '2026-02-30' }, 400, 'from'],
    ['a field that is not known', { geometry: square(), colour: 'red' }, 400, 'colour'],
  ])('refuses %s', async (_, body, status, field) => {
    const problem = problemOf(await check(body))
    expect(problem.status).toBe(status)
    expect(problem.problems[0]!.field).toMatch(new RegExp(`^${field}`))
  })
})

describe('the demo city', () => {
  it('takes no real data', async () => {
    const source = { id: 'x', controller: 'a', legalBasis: 'b', purpose: 'c' }
    expect(problemOf(await call('POST', '/api/sources', { body: source }))).toMatchObject({
      status: 403,
      code: 'demo-refused',
    })
  })
})

describe('the server under any request', () => {
  const values = fc.oneof(
    fc.constantFrom('people', 'theft', '2026-01-01', '18-23', 'auto', '200', '1,2', 'true', '-1', '', 'NaN'),
    fc.string({ maxLength: 12 }),
  )
  const names = fc.oneof(
    fc.constantFrom(
      ...'group category cell zoom from to hours weekdays bbox limit cursor within'.split(' '),
      '__proto__',
      'constructor',
    ),
    fc.string({ maxLength: 6 }),
  )
  const paths = fc.constantFrom(
    '/api/hotspots',
    '/api/incidents',
    '/api/areas',
    '/api/imports',
    '/api/layers',
    '/tiles/hotspots.json',
    '/tiles/incidents/10/569/305.mvt',
    '/tiles/cameras/3/4/2.mvt',
  )

  it('responds below 500, with problem+json for refusals', async () => {
    await fc.assert(
      fc.asyncProperty(paths, fc.array(fc.tuple(names, values), { maxLength: 5 }), async (path, pairs) => {
        const query = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
        const response = await call('GET', `${path}?${query}`)
        expect(response.status, query).toBeLessThan(500)
        if (response.status >= 400) expect(problemOf(response).code).toMatch(/^[a-z-]+$/)
      }),
      { numRuns: 150 },
    )
  })
})

/** Percent-encoding that lets lone surrogates through as the bytes that a sloppy program sends. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\u{fffd}'))
}
