import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchHit } from '../../server/search/contract.ts'
import { square } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const STUDY = { kind: 'study', name: 'Staden' }

describe.each(databasesUnderTest)('the search on $kind', (database) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3011, signIn: null })
    const analyst = await server.as('analyst')
    const areas = [
      { geometry: square(18, 59.3, 0.12), properties: STUDY },
      { geometry: square(18.02, 59.32, 0.01), properties: { kind: 'district', name: 'Östermalm' } },
      { geometry: square(18.05, 59.33, 0.01), properties: { kind: 'district', name: 'Norra Malmen' } },
    ]
    for (const area of areas)
      expect((await analyst('POST', '/api/areas', { body: { type: 'Feature', ...area } })).status).toBe(201)
    const street = (name: string, lat: number) => ({
      type: 'Feature',
      properties: { name },
      geometry: {
        type: 'LineString',
        coordinates: [
          [18.03, lat],
          [18.04, lat],
        ],
      },
    })
    const features = [street('Malmgatan', 59.331), street('Malmgatan', 59.332), street('Åsgatan', 59.333)]
    const body = new FormData()
    body.append('options', JSON.stringify({ kind: 'street', nameProperty: 'name' }))
    body.append('file', new Blob([JSON.stringify({ type: 'FeatureCollection', features })]))
    expect((await analyst('POST', '/api/area-imports', { body })).status).toBeLessThan(300)
    const planner = await server.as('planner')
    for (const title of ['Kvarteret Linden', 'Malmens förskola'])
      expect(
        (
          await planner('POST', '/api/proposals', {
            body: { type: 'Feature', geometry: square(18.03, 59.32, 0.002), properties: { title } },
          })
        ).status,
      ).toBe(201)
    await server.engine.snapshots.refresh()
  })
  afterAll(() => server?.close())

  async function found(role: 'planner' | 'admin' | 'partner', text: string): Promise<readonly SearchHit[]> {
    const call = await server.as(role)
    const { status, body } = await call('GET', `/api/search?${new URLSearchParams({ q: text })}`)
    expect(status).toBe(200)
    return body.items
  }
  const named = async (role: 'planner' | 'admin' | 'partner', text: string) =>
    (await found(role, text)).map(({ kind, name }) => `${kind} ${name}`)

  it('lists matches at the beginning of names first, then of words, by kind, with the parts of a street as one', async () => {
    expect(await named('planner', 'malm')).toEqual([
      'street Malmgatan',
      'proposal Malmens förskola',
      'district Norra Malmen',
      'district Östermalm',
    ])
    const [street] = await found('planner', 'malmgatan')
    expect(street!.bounds.map((degrees) => degrees.toFixed(2))).toEqual(['18.03', '59.33', '18.04', '59.33'])
  })

  it('ignores accents and capitals', async () => {
    expect(await named('planner', 'ostermalm')).toEqual(['district Östermalm'])
    expect(await named('planner', 'ÅSG')).toEqual(['street Åsgatan'])
  })

  it('lists proposals to those who may read them, the latest first for an empty text', async () => {
    expect(await named('planner', '')).toEqual(['proposal Malmens förskola', 'proposal Kvarteret Linden'])
    expect(await named('admin', '')).toEqual([])
    expect(await named('admin', 'malmens')).toEqual([])
  })

  it('finds coordinates of WGS 84 and of the city’s system in either order', async () => {
    // 59.3275 N, 18.055 E is N 6579153.21, E 153131.07 in SWEREF 99 18 00 (PROJ).
    const spots = ['59.3275, 18.0550', '18.055 59.3275', '6579153 153131', '153131 6579153']
    const hits = await Promise.all(spots.map((text) => found('planner', text)))
    for (const [hit] of hits) {
      const [west, south, east, north] = hit!.bounds
      expect(hit!.kind).toBe('coordinates')
      expect((west + east) / 2).toBeCloseTo(18.055, 3)
      expect((south + north) / 2).toBeCloseTo(59.3275, 3)
    }
    expect(hits[2]![0]!.detail!.sv).toMatch(/SWEREF99 18 00.*norr före öster/)
    expect(hits[3]![0]!.detail!.en).toMatch(/east before north/)
  })

  it('gives the reason when coordinates are not found', async () => {
    const { body } = await (await server.as('planner'))('GET', '/api/search?q=1%202')
    expect(body).toMatchObject({ items: [], notice: { sv: expect.stringMatching(/inte i staden/) } })
  })
})
