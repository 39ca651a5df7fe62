import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiClient, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { writeGeoFiles } from '../support/geo-files.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CRS = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3006' } }
const collection = (features: readonly object[]) => ({ type: 'FeatureCollection', crs: CRS, features })
const POINTS = collection(
  ['a1', 'a2', 'a3'].map((id, k) => ({
    type: 'Feature',
    properties: { id, typ: 'Stöld', start: '2026-02-01T10:00:00+01:00' },
    geometry: { type: 'Point', coordinates: [674_032 + 100 * k, 6_580_822] },
  })),
)
const square = (x: number) => [
  [x, 6_580_000],
  [x + 1000, 6_580_000],
  [x + 1000, 6_581_000],
  [x, 6_581_000],
  [x, 6_580_000],
]
const DISTRICTS = collection(
  ['Södermalm', 'Årsta'].map((namn, k) => ({
    type: 'Feature',
    properties: { namn, bef: 1234 },
    geometry: { type: 'Polygon', coordinates: [square(674_000 + 2000 * k)] },
  })),
)
const MAPPING = {
  source: { id: 'gpkg', controller: 'Nämnden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
  columns: { externalId: 'id', x: 'geometry.x', y: 'geometry.y', occurredFrom: 'start', category: 'typ' },
  categories: { Stöld: 'theft' },
}

function form(name: string, settings: unknown, bytes: Uint8Array, fileName: string): FormData {
  const data = new FormData()
  if (settings !== null) data.append(name, JSON.stringify(settings))
  data.append('file', new Blob([new Uint8Array(bytes)]), fileName)
  return data
}

describe.each(databasesUnderTest)('files of other programs on $kind', (database) => {
  let server: TestServer
  let call: ReturnType<typeof createApiClient>
  let files: ReadonlyMap<string, Buffer>
  beforeAll(async () => {
    server = await startTestServer({ database })
    call = createApiClient(server.url)
    files = writeGeoFiles([
      { name: 'brott', driver: 'GPKG', geoJson: POINTS },
      { name: 'stadsdelar', driver: 'FlatGeobuf', geoJson: DISTRICTS },
    ])
  })
  afterAll(() => server.close())

  it('bring incidents in, from a GeoPackage', async () => {
    const body = form('mapping', MAPPING, files.get('brott.gpkg')!, 'brott.gpkg')
    const { status, headers } = await call('POST', '/api/imports', { body })
    expect(status).toBe(202)
    const done = async () => {
      for (;;) {
        const { body: state } = await call('GET', headers.get('location')!)
        if (state.finishedAt !== null) return state
        await wait(50)
      }
    }
    expect(await done()).toMatchObject({ state: 'done', rowsRead: 3, accepted: 3 })
  })

  it('show what they hold before anything is stored', async () => {
    const body = form('mapping', null, files.get('brott.gpkg')!, 'brott.gpkg')
    const shown = await call('POST', '/api/imports?preview=true&layer=brott', { body })
    expect(shown.body).toMatchObject({
      guessed: true,
      rowsRead: 3,
      layer: { name: 'brott', features: 3, geometryType: 'Point', srid: 3006 },
    })
    const wrong = form('mapping', null, files.get('brott.gpkg')!, 'brott.gpkg')
    const problem = problemOf(await call('POST', '/api/imports?preview=true&layer=kameror', { body: wrong }))
    expect([problem.status, problem.code]).toEqual([422, 'invalid-file'])
    expect(problem.problems[0]).toMatchObject({ field: 'layer', value: 'brott', rule: '3 Point' })
  })

  it('bring areas in, from a FlatGeobuf file', async () => {
    const options = { kind: 'district', nameProperty: 'namn', residentsProperties: ['bef'] }
    const body = form('options', options, files.get('stadsdelar.fgb')!, 'stadsdelar.fgb')
    const { body: result } = await call('POST', '/api/area-imports', { body })
    expect(result).toMatchObject({ imported: 2, unchanged: 0 })
    const { body: stored } = await call('GET', '/api/areas?kind=district')
    const names = stored.features.map((area: { properties: { name: string } }) => area.properties.name)
    expect(names.toSorted()).toEqual(['Södermalm', 'Årsta'])
  })
})
